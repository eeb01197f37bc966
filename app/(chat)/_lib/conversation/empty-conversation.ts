import type { Id } from "#contracts/ids.ts";
import type { ConversationState } from "./conversation-state.ts";

/** A conversation that has no messages yet. */
export function emptyConversation(conversationId: Id): ConversationState {
  return { conversationId, messages: {}, leafId: null, runs: {}, deliveries: {}, freshQuestionId: null };
}
