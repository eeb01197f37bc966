import type { ConversationSummary } from "#contracts/conversation.ts";
import type { ConversationRecord } from "./conversation.ts";

/** What others see of a conversation. */
export function presentConversation(conversation: ConversationRecord): ConversationSummary {
  const { id, title, modelId, currentLeafId, isRunning, isUnread } = conversation;
  const createdAt = conversation.createdAt.toISOString();
  const updatedAt = conversation.updatedAt.toISOString();
  return { id, title, modelId, currentLeafId, createdAt, updatedAt, isRunning, isUnread };
}
