import { expect, test } from "vitest";
import type { Message } from "#contracts/message.ts";
import { possiblePrompts } from "./possible-prompts.ts";

function message(id: string, parentId: string | null, text: string): Message {
  return { id, parentId, parts: text === "" ? [] : [{ type: "text", text }] } as unknown as Message;
}

const NONE: ReadonlySet<string> = new Set();

function conversation(answer: string): Message[] {
  return [message("q1", null, "One?"), message("a1", "q1", answer), message("q2", "a1", "Two?")];
}

test("a question under an answer is read alone", () => {
  expect(possiblePrompts(conversation("One."), "q2", NONE)).toEqual(["Two?"]);
});

test("a question under an answer that said nothing may be read with the one above", () => {
  expect(possiblePrompts(conversation(""), "q2", NONE)).toEqual(["Two?", "One?\n\nTwo?"]);
});

test("so it is under an answer that was gone on with later", () => {
  expect(possiblePrompts(conversation("One."), "q2", new Set(["a1"]))).toEqual(["Two?", "One?\n\nTwo?"]);
});
