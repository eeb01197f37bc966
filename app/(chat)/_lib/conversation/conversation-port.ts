import type { Id } from "#contracts/ids.ts";
import type { Message, MessagePart } from "#contracts/message.ts";
import type { ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";
import type { ClientRequest } from "#app/_lib/realtime/client-request.ts";
import type { ConversationFollower } from "#app/_lib/realtime/conversation-follower.ts";
import type { OutboxItem } from "../outbox/outbox-item.ts";

/** What a conversation needs of the connection; `RealtimeClient` is one. */
export interface ConversationSocket {
  /** The server tells by itself what was missed. */
  readonly tellsMissed: boolean;
  onFrame(listener: (frame: ServerFrame | TextDeltaFrame) => void): () => void;
  request(request: ClientRequest): Promise<void>;
  subscribe(conversationId: Id, follower: ConversationFollower): () => void;
  resubscribe(conversationId: Id): void;
}

/** What a conversation needs of the messages that are still to be sent; `Outbox` is one. */
interface ConversationOutbox {
  list(conversationId: Id): OutboxItem[];
  put(...items: OutboxItem[]): void;
  remove(messageId: Id): void;
  onChange(listener: (change: { isLocal: boolean }) => void): () => void;
}

/** What a conversation reads of the server beside the socket. */
export interface ConversationReader {
  /** `at`: the server's time up to which the page knows everything. */
  listMessages(input: { conversationId: Id; before?: Id }): Promise<{ messages: Message[]; at?: string }>;
  /** Turns the conversation to the branch through `messageId` and says which leaf that is. */
  selectBranch(input: { id: Id; messageId: Id }): Promise<{ currentLeafId: Id }>;
}

/** Everything outside of a conversation that it touches; tests give their own. */
export type ConversationSurroundings = {
  socket: ConversationSocket;
  outbox: ConversationOutbox;
  reader: ConversationReader;
  newId: () => Id;
  now: () => Date;
  /** Calls back before the next picture, once. */
  schedule: (callback: () => void) => void;
  hashParts: (parts: readonly MessagePart[]) => Promise<string>;
  /** Told when an answer arrived other than the server has it. */
  onMismatch: (generationId: Id) => void;
};
