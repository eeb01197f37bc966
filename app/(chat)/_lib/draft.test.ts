import { expect, test } from "vitest";
import { Draft, NEW_DRAFT, type DraftStorage } from "./draft.ts";

function memory(): DraftStorage & { all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
  };
}

test("what was typed is there again after a reload", () => {
  const storage = memory();
  new Draft(storage, "c1").setText("Hello");
  expect(new Draft(storage, "c1").restore()).toBe("Hello");
  expect(new Draft(storage, "c2").restore()).toBe("");
});

test("nothing is stored once the composer is empty", () => {
  const storage = memory();
  const draft = new Draft(storage, "c1");
  draft.setText("Only");
  draft.setText("");
  expect(storage.all.size).toBe(0);
});

test("a draft of a new chat moves to the conversation that it became", () => {
  const storage = memory();
  const draft = new Draft(storage, NEW_DRAFT);
  draft.setText("Second");
  draft.moveTo("c1");
  expect(new Draft(storage, NEW_DRAFT).restore()).toBe("");
  expect(new Draft(storage, "c1").restore()).toBe("Second");
});

test("a draft that moves to where another was left loses none of both", () => {
  const storage = memory();
  new Draft(storage, NEW_DRAFT).setText("First");
  const draft = new Draft(storage, "c1");
  draft.setText("Second");
  draft.moveTo(NEW_DRAFT);
  draft.setText("Second, longer");
  expect(new Draft(storage, NEW_DRAFT).restore()).toBe("First\n\nSecond, longer");
});

test("a browser that forbids storing takes nothing but the reload", () => {
  const forbid = (): never => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const draft = new Draft({ getItem: forbid, setItem: forbid, removeItem: forbid }, "c1");
  draft.setText("Hello");
  expect(draft.restore()).toBe("");
});
