import type { Id } from "#contracts/ids.ts";
import type { Message, MessageError } from "#contracts/message.ts";
import type { ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";

/** A frame that makes an answer grow; many of them arrive between two pictures. */
export type GrowthFrame = TextDeltaFrame | Extract<ServerFrame, { type: "generation.part" }>;

/** Everything that can happen to a conversation in a tab. */
export type ConversationAction =
  /** Messages read from the server, with the leaf of its branch when the view should go there. */
  | { type: "messages-loaded"; messages: readonly Message[]; leafId?: Id | null }
  | { type: "question-sent"; question: Message; answer: Message }
  | { type: "answer-asked"; answer: Message }
  | { type: "delivered"; messageId: Id }
  | { type: "delivery-failed"; messageId: Id; error: MessageError }
  | { type: "question-sent-again"; questionId: Id; answer: Message }
  | { type: "stop-asked"; answerId: Id; isStopping: boolean }
  | { type: "leaf-chosen"; leafId: Id }
  | { type: "model-chosen"; modelId: string }
  | { type: "frame-received"; frame: ServerFrame }
  | { type: "answers-grew"; frames: readonly GrowthFrame[] };
