import { expect, test } from "vitest";
import { testAnswer } from "./conversation/testing-messages.ts";
import { isContinuable } from "./is-continuable.ts";

const parts = [{ type: "text" as const, text: "Half a" }];

test.each(["interrupted", "stopped", "failed"] as const)(
  "an answer that was %s goes on where there is something",
  (status) => {
    expect(isContinuable(testAnswer(2, 1, { status, parts }))).toBe(true);
    expect(isContinuable(testAnswer(2, 1, { status }))).toBe(false);
    const notice = { type: "notice" as const, code: "context-trimmed" as const, messagesLeftOut: 2 };
    expect(isContinuable(testAnswer(2, 1, { status, parts: [notice] }))).toBe(false);
  },
);

test("one that ended goes on only where the model ran into its limit", () => {
  expect(isContinuable(testAnswer(2, 1, { status: "ended", finishReason: "length", parts }))).toBe(true);
  expect(isContinuable(testAnswer(2, 1, { status: "ended", finishReason: "stop", parts }))).toBe(false);
  expect(isContinuable(testAnswer(2, 1, { status: "running", parts }))).toBe(false);
});
