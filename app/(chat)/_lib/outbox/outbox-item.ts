import type { Id } from "#contracts/ids.ts";
import type { MessageError } from "#contracts/message.ts";

/**
 * A message that the server does not have yet. All its ids are made once, so that it is one message however often and
 * from however many tabs it is sent. `sending`: on its way, or waiting for a connection. `queued`: sent when the answer
 * `parentId` has ended. `refused`: the server does not take it; `error` says why.
 */
export type OutboxItem = {
  conversationId: Id;
  messageId: Id;
  answerId: Id;
  generationId: Id;
  parentId: Id | null;
  modelId: string;
  text: string;
  createdAt: string;
  state: "sending" | "queued" | "refused";
  error: MessageError | null;
};
