import type { ConversationAction } from "./conversation-action.ts";
import type { ConversationSurroundings } from "./conversation-port.ts";
import type { ConversationState } from "./conversation-state.ts";

/** What the parts of a conversation's store share: its state, the one way to change it, and what is around it. */
export type ConversationCore = {
  getState: () => ConversationState;
  dispatch: (action: ConversationAction) => void;
  around: ConversationSurroundings;
};
