import type { Id } from "#contracts/ids.ts";
import type { Message, MessageError, MessagePart } from "#contracts/message.ts";
import type { Cursor } from "#contracts/socket-frames.ts";

/** An answer that is being written. It lives beside the tree, so that its growth touches nothing else. */
export type Run = {
  generationId: Id;
  answerId: Id;
  /** The short name of this run on the present socket; null until the server gives one. */
  channel: string | null;
  /** Up to where `parts` is whole; null before the first snapshot. */
  cursor: Cursor | null;
  parts: readonly MessagePart[];
  isStopping: boolean;
  /** A part was missed: what follows is ignored until the server has sent the rest again. */
  hasGap: boolean;
};

/** How a message of this tab fares on its way; a message without one is stored. */
type Delivery = { state: "sending" } | { state: "failed"; error: MessageError };

/** All that one tab knows of a conversation: a tree of messages by id, and where in it the person is. */
export type ConversationState = {
  conversationId: Id;
  messages: Readonly<Record<Id, Message>>;
  leafId: Id | null;
  /** By answer id. */
  runs: Readonly<Record<Id, Run>>;
  /** By message id. */
  deliveries: Readonly<Record<Id, Delivery>>;
  /** The latest question asked in this tab: it has the view to itself, with room for its answer. */
  freshQuestionId: Id | null;
  /** The model chosen here for what is asked next; null follows what was used last. */
  chosenModelId: string | null;
};
