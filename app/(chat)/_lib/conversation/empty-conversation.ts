import type { Id } from "#contracts/ids.ts";
import type { ConversationState } from "./conversation-state.ts";

/** A conversation that has no messages yet. */
export function emptyConversation(conversationId: Id): ConversationState {
  const nothingChosen = { freshQuestionId: null, chosenModelId: null };
  return { conversationId, messages: {}, leafId: null, runs: {}, deliveries: {}, ...nothingChosen };
}
