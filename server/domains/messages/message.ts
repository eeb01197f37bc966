import type { Message, MessagePart } from "#contracts/message.ts";

/** A message as stored; its branches are read beside it. */
export type MessageRecord = Omit<Message, "siblingIds" | "createdAt" | "endedAt" | "parts"> & {
  parts: readonly MessagePart[];
  createdAt: Date;
  endedAt: Date | null;
};

/** A stored message with the ids of all messages that share its parent. */
export type MessageNode = MessageRecord & { siblingIds: string[] };

/** What one request adds to a conversation: a person's message (null when only another answer is asked for) and the answer to come. */
export type NewTurn = {
  conversationId: string;
  /** The title of the conversation if this turn begins it. */
  title: string;
  modelId: string;
  userMessage: { id: string; parentId: string | null; parts: readonly MessagePart[] } | null;
  answer: { id: string; parentId: string };
  generationId: string;
  at: Date;
  /** Left out: `running`. */
  state?: TurnState;
};

/** Who writes the answer: `running`, the process that takes the turn; `queued`, one that takes it from the queue. */
export type TurnState = "running" | "queued";

/** What a turn would meet: null where there is nothing of that name in this person's data. */
export type Place = {
  /** Null: there is no such conversation yet. */
  isDeleted: boolean | null;
  parent: Pick<MessageRecord, "role" | "status"> | null;
  /** What a generation of this id writes already. */
  generation: { conversationId: string; answerId: string; parentId: string } | null;
  /** Whether one of the new messages' ids names a message of this conversation already. */
  isTaken: boolean;
  /** The ids under the same parent, oldest first. */
  siblingIds: string[];
};

/** The names that a request gives to what it adds. */
export type PlaceNames = {
  conversationId: string;
  parentId: string | null;
  generationId: string;
  messageIds: readonly string[];
};
