import { TEST_CONVERSATION_ID, testId } from "../conversation/testing-messages.ts";
import type { OutboxItem } from "./outbox-item.ts";

/** A message that is to be sent, for tests: its answer has the next number, its generation that plus 1000. */
export function testItem(number: number, parent: number | null, changes: Partial<OutboxItem> = {}): OutboxItem {
  return {
    conversationId: TEST_CONVERSATION_ID,
    messageId: testId(number),
    answerId: testId(number + 1),
    generationId: testId(number + 1001),
    parentId: parent === null ? null : testId(parent),
    modelId: "demo/demo",
    text: `message ${number}`,
    createdAt: "2026-01-01T00:00:00.000Z",
    state: "sending",
    error: null,
    ...changes,
  };
}
