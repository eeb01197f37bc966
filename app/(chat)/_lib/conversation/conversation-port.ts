import type { Id } from "#contracts/ids.ts";
import type { Message, MessagePart } from "#contracts/message.ts";
import type { ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";
import type { ClientRequest } from "#app/_lib/realtime/client-request.ts";
import type { Cursor } from "#contracts/socket-frames.ts";

/** What a conversation needs of the connection; `RealtimeClient` is one. */
interface ConversationSocket {
  onFrame(listener: (frame: ServerFrame | TextDeltaFrame) => void): () => void;
  request(request: ClientRequest): Promise<void>;
  subscribe(conversationId: Id, getCursors: () => Record<Id, Cursor>): () => void;
  resubscribe(conversationId: Id): void;
}

/** What a conversation reads of the server beside the socket. */
export interface ConversationReader {
  listMessages(input: { conversationId: Id; before?: Id }): Promise<{ messages: Message[] }>;
  /** Turns the conversation to the branch through `messageId` and says which leaf that is. */
  selectBranch(input: { id: Id; messageId: Id }): Promise<{ currentLeafId: Id }>;
}

/** Everything outside of a conversation that it touches; tests give their own. */
export type ConversationSurroundings = {
  socket: ConversationSocket;
  reader: ConversationReader;
  newId: () => Id;
  now: () => Date;
  /** Calls back before the next picture, once. */
  schedule: (callback: () => void) => void;
  hashParts: (parts: readonly MessagePart[]) => Promise<string>;
  /** Told when an answer arrived other than the server has it. */
  onMismatch: (generationId: Id) => void;
};
