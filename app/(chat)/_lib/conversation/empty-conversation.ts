import type { Id } from "#contracts/ids.ts";
import type { ConversationState } from "./conversation-state.ts";

/** A conversation that has no messages yet, and that the server does not know. */
export function emptyConversation(conversationId: Id): ConversationState {
  return {
    conversationId,
    isStored: false,
    isAbreast: false,
    messages: {},
    leafId: null,
    runs: {},
    deliveries: {},
    queue: [],
    refused: [],
    refusal: null,
    freshQuestionId: null,
    askedQuestionId: null,
    chosenModelId: null,
  };
}
