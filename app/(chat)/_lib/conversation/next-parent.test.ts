import { expect, test } from "vitest";
import type { ConversationState } from "./conversation-state.ts";
import { emptyConversation } from "./empty-conversation.ts";
import { nextParent } from "./next-parent.ts";
import { TEST_CONVERSATION_ID, testAnswer, testId, testMessage } from "./testing-messages.ts";

const FAILED = { state: "failed", error: { code: "internal", userMessage: "", isRetryable: true } } as const;
const siblingIds = [testId(2), testId(4)];
const MESSAGES = Object.fromEntries(
  [
    testMessage(1, null),
    testAnswer(2, 1, { status: "ended", siblingIds }),
    testMessage(3, 2),
    testAnswer(4, 1, { status: "failed", siblingIds }),
  ].map((message) => [message.id, message]),
);

function at(leaf: number, failed: number[] = []): ConversationState {
  const deliveries = Object.fromEntries(failed.map((number) => [testId(number), FAILED]));
  return { ...emptyConversation(TEST_CONVERSATION_ID), messages: MESSAGES, leafId: testId(leaf), deliveries };
}

test("a question follows what is shown last", () => {
  expect(nextParent(at(2))).toBe(testId(2));
  expect(nextParent(emptyConversation(TEST_CONVERSATION_ID))).toBeNull();
});

test("a question that did not get through is passed over", () => {
  expect(nextParent(at(3, [3]))).toBe(testId(2));
});

test("an answer that could not be asked for gives way to the one beside it", () => {
  expect(nextParent(at(4, [4]))).toBe(testId(2));
});

test("where nothing was stored, the conversation begins anew", () => {
  expect(nextParent(at(1, [1]))).toBeNull();
});
