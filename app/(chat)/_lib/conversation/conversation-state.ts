import type { Id } from "#contracts/ids.ts";
import type { Message, MessageError, MessagePart } from "#contracts/message.ts";
import type { Cursor } from "#contracts/socket-frames.ts";
import type { OutboxItem } from "../outbox/outbox-item.ts";

/** A place in an answer's log, and what the answer says up to there. */
export type RunPlace = { cursor: Cursor; parts: readonly MessagePart[] };

/** An answer that is being written. It lives beside the tree, so that its growth touches nothing else. */
export type Run = {
  generationId: Id;
  answerId: Id;
  /** The short name of this run on the present socket; null until the server gives one. */
  channel: string | null;
  /** Up to where `parts` is whole; null before the first snapshot. */
  cursor: Cursor | null;
  parts: readonly MessagePart[];
  /** From where the server was last asked to go on: a resume continues this, whatever came meanwhile. */
  asked: RunPlace | null;
  isStopping: boolean;
  /** A part was missed: what follows is ignored until the server has sent the rest again. */
  hasGap: boolean;
};

/** How a message of this tab fares on its way; a message without one is stored. */
type Delivery = { state: "sending" } | { state: "failed"; error: MessageError };

/** All that one tab knows of a conversation: a tree of messages by id, and where in it the person is. */
export type ConversationState = {
  conversationId: Id;
  /** The server knows the conversation. */
  isStored: boolean;
  /** All that was missed before this connection is known. */
  isAbreast: boolean;
  messages: Readonly<Record<Id, Message>>;
  leafId: Id | null;
  /** By answer id. */
  runs: Readonly<Record<Id, Run>>;
  /** By message id. */
  deliveries: Readonly<Record<Id, Delivery>>;
  /** What is sent when the answer above it has ended, in order. */
  queue: readonly OutboxItem[];
  /** What the server did not take, for the composer to take back. */
  refused: readonly OutboxItem[];
  /** Why the latest of these was not taken, until the next is sent. */
  refusal: MessageError | null;
  /** The latest question of this tab: room for its answer is kept below it. */
  freshQuestionId: Id | null;
  /** The latest question that was asked here by hand: the view goes to it. */
  askedQuestionId: Id | null;
  /** The model chosen here for what is asked next; null follows what was used last. */
  chosenModelId: string | null;
};
