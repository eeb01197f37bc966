import { z } from "zod";
import { errorCodeSchema } from "./error-codes.ts";
import { idSchema } from "./ids.ts";
import { MESSAGE_TEXT_LENGTH_MAX } from "./message-length.ts";
import { finishReasonSchema, usageSchema } from "./stream-part.ts";

/** One piece of a message's content, in reading order. */
export const messagePartSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("reasoning"), text: z.string() }),
  z.object({ type: z.literal("refusal"), text: z.string() }),
  z.object({
    type: z.literal("tool-call"),
    toolCallId: z.string(),
    toolName: z.string(),
    /** The arguments as the model wrote them: JSON text, possibly cut short while it streams. */
    inputText: z.string(),
  }),
  z.object({
    type: z.literal("tool-result"),
    toolCallId: z.string(),
    toolName: z.string(),
    output: z.string(),
    isError: z.boolean(),
  }),
  /** What the platform says about the answer, as in `contracts/stream-part.ts`. */
  z.object({ type: z.literal("notice"), code: z.enum(["context-trimmed"]), messagesLeftOut: z.int().nonnegative() }),
]);
export type MessagePart = z.infer<typeof messagePartSchema>;

/** What a person may send: text parts only, until files arrive. */
export const userMessagePartsSchema = z
  .array(z.object({ type: z.literal("text"), text: z.string().min(1).max(MESSAGE_TEXT_LENGTH_MAX) }))
  .min(1)
  .max(16);

/**
 * `running`: an answer is being written. `ended`: whole. `stopped`: the person stopped it.
 * `failed`: the provider refused or broke before it was whole; `error` says why.
 * `interrupted`: the process that wrote it died; what was produced is kept.
 */
const messageStatusSchema = z.enum(["running", "ended", "stopped", "failed", "interrupted"]);
export type MessageStatus = z.infer<typeof messageStatusSchema>;

/** Why an answer is not whole, in words for the person who reads it. */
const messageErrorSchema = z.object({
  code: errorCodeSchema,
  userMessage: z.string(),
  isRetryable: z.boolean(),
});
export type MessageError = z.infer<typeof messageErrorSchema>;

/** One node of a conversation's tree. The first message of a conversation has no parent. */
export const messageSchema = z.object({
  id: idSchema,
  conversationId: idSchema,
  parentId: idSchema.nullable(),
  role: z.enum(["user", "assistant"]),
  parts: z.array(messagePartSchema),
  status: messageStatusSchema,
  /** The generation that writes or wrote this answer; null on a person's message. */
  generationId: idSchema.nullable(),
  /** The id of the model that was asked, as `contracts/model.ts` has it; null on a person's message. */
  modelId: z.string().nullable(),
  usage: usageSchema.nullable(),
  finishReason: finishReasonSchema.nullable(),
  error: messageErrorSchema.nullable(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** The ids of all messages with the same parent, oldest first, this one included: its branches. */
  siblingIds: z.array(idSchema),
});
export type Message = z.infer<typeof messageSchema>;
