import { expect, test } from "vitest";
import { KeptSignatures } from "./kept-signatures.ts";

test("a signature is found by whose it is and by its call", () => {
  const kept = new KeptSignatures();
  kept.keep("mine", "a", "one");
  kept.keep("mine", "a", "two");
  expect(kept.find("mine", "a")).toBe("two");
  expect(kept.find("mine", "b")).toBeNull();
  expect(kept.find("another's", "a")).toBeNull();
});

test("where there is no room the oldest go, and one beyond all measure is not kept", () => {
  const kept = new KeptSignatures(100);
  for (const id of ["a", "b", "c", "d"]) kept.keep("mine", id, id.repeat(30));
  expect(kept.find("mine", "a")).toBeNull();
  expect(["b", "c", "d"].map((id) => kept.find("mine", id)?.length)).toEqual([30, 30, 30]);
  kept.keep("mine", "e", "e".repeat(1_000_000));
  expect(kept.find("mine", "e")).toBeNull();
  expect(kept.find("mine", "d")).not.toBeNull();
});
