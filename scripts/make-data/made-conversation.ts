import type { Message } from "#contracts/message.ts";

/** A message as it is stored; `at` is when it began, `endedAt` when it was whole. */
export type MadeMessage = Pick<Message, "id" | "parentId" | "role" | "parts" | "status" | "usage" | "error"> & {
  generationId: string | null;
  at: Date;
  endedAt: Date;
};

/** A whole made-up conversation, its messages in the order in which they were written. */
export type MadeConversation = {
  id: string;
  title: string;
  titleSource: "first-words" | "model" | "person";
  currentLeafId: string;
  createdAt: Date;
  updatedAt: Date;
  messages: MadeMessage[];
};
