import type { Id } from "#contracts/ids.ts";
import type { Message, MessageError } from "#contracts/message.ts";
import type { ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";
import type { OutboxItem } from "../outbox/outbox-item.ts";

/** A frame that makes an answer grow; many of them arrive between two pictures. */
export type GrowthFrame = TextDeltaFrame | Extract<ServerFrame, { type: "generation.part" }>;

/** Everything that can happen to a conversation in a tab. */
export type ConversationAction =
  /** Messages read from the server, with the leaf of its branch when the view should go there. */
  | { type: "messages-loaded"; messages: readonly Message[]; leafId?: Id | null }
  | { type: "question-sent"; question: Message; answer: Message }
  | { type: "answer-asked"; answer: Message }
  | { type: "answer-continued"; answerId: Id; generationId: Id; modelId: string }
  /** The answer could not be continued and is what it was. */
  | { type: "continue-failed"; answer: Message }
  | { type: "delivered"; messageId: Id }
  | { type: "delivery-failed"; messageId: Id; error: MessageError }
  /** What of this conversation waits to be sent, all of it; `isLocal`: the change was made in this tab. */
  | { type: "outbox-changed"; items: readonly OutboxItem[]; isLocal: boolean }
  /** The person sends something else: why the last one came back is of the past. */
  | { type: "refusal-forgotten" }
  | { type: "stop-asked"; answerId: Id; isStopping: boolean }
  | { type: "leaf-chosen"; leafId: Id }
  | { type: "model-chosen"; modelId: string }
  | { type: "frame-received"; frame: ServerFrame }
  | { type: "answers-grew"; frames: readonly GrowthFrame[] }
  /** The server was asked to go on from where the runs are now: what it tells as missed begins there. */
  | { type: "catch-up-asked" }
  /** All that was missed has come. */
  | { type: "caught-up" };
