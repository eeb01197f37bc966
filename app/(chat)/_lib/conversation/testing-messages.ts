import type { Message } from "#contracts/message.ts";

export const TEST_CONVERSATION_ID = "019a0000-0000-7000-8000-00000000c0de";

/** An id for tests: numbered, so that its order is the order of time. */
export function testId(number: number): string {
  return `019a0000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
}

/** A message for tests; its own branch is the only one unless told otherwise. */
export function testMessage(number: number, parent: number | null, changes: Partial<Message> = {}): Message {
  return {
    id: testId(number),
    conversationId: TEST_CONVERSATION_ID,
    parentId: parent === null ? null : testId(parent),
    role: "user",
    parts: [{ type: "text", text: `message ${number}` }],
    status: "ended",
    generationId: null,
    modelId: null,
    usage: null,
    finishReason: null,
    error: null,
    createdAt: "2026-01-01T00:00:00.000Z",
    endedAt: null,
    siblingIds: [testId(number)],
    ...changes,
  };
}

/** An answer for tests that is being written; its generation has the answer's number plus 1000. */
export function testAnswer(number: number, parent: number, changes: Partial<Message> = {}): Message {
  const generationId = testId(number + 1000);
  return testMessage(number, parent, { role: "assistant", status: "running", parts: [], generationId, ...changes });
}
