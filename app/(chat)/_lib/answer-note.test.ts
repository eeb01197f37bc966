import { expect, test } from "vitest";
import { answerNote } from "./answer-note.ts";
import { testAnswer } from "./conversation/testing-messages.ts";

const parts = [{ type: "text" as const, text: "Half a" }];

test.each([
  [{ status: "stopped" }, "chat.stopped"],
  [{ status: "interrupted" }, "chat.interrupted"],
  [{ status: "failed" }, "chat.failed"],
  [{ status: "ended", finishReason: "length" }, "chat.cutByLength"],
  [{ status: "ended", finishReason: "content-filter" }, "chat.cutByFilter"],
  [{ status: "ended", finishReason: "tool-calls" }, "chat.cutByTools"],
] as const)("an answer that is not whole says so: %o", (fate, note) => {
  expect(answerNote(testAnswer(2, 1, { ...fate, parts }))).toBe(note);
});

test("one that ended without a word says that, one that is whole or still written nothing", () => {
  expect(answerNote(testAnswer(2, 1, { status: "ended", finishReason: "stop" }))).toBe("chat.emptyAnswer");
  expect(answerNote(testAnswer(2, 1, { status: "ended", finishReason: "stop", parts }))).toBe(null);
  expect(answerNote(testAnswer(2, 1, { status: "running" }))).toBe(null);
});
