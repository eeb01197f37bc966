import type { ErrorCode } from "#contracts/error-codes.ts";
import type { Message } from "#contracts/message.ts";
import type { ClientFrameOf } from "#contracts/socket-frames.ts";

/** A message as a sender without a socket hands it in. */
export type QueuedMessage = Omit<ClientFrameOf<"message.send">, "type" | "requestId">;

/** How a client of one person gets in and reads: through the web process, or through the same use cases without it. */
export interface Door {
  /** A single-use ticket for a socket. Throws where it cannot be had at this moment. */
  getTicket(): Promise<string>;
  /** The end of the conversation's current branch; null where there is no such conversation. Throws as `getTicket`. */
  readPage(conversationId: string): Promise<Message[] | null>;
  /** Sends a message without a socket. Throws as `getTicket`. */
  queueMessage(message: QueuedMessage): Promise<{ code: ErrorCode | null; isRetryable: boolean }>;
  /** The port to connect to; which one, the client's chance decides. */
  pickPort(chance: number): number;
}
