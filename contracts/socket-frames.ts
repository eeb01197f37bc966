import { z } from "zod";
import { conversationSummarySchema } from "./conversation.ts";
import { errorCodeSchema } from "./error-codes.ts";
import { idSchema } from "./ids.ts";
import { messagePartSchema, messageSchema, userMessagePartsSchema } from "./message.ts";
import { streamPartSchema } from "./stream-part.ts";

/** A place in a generation's log. `epoch` grows when another process takes the generation over. */
const cursorSchema = z.object({ epoch: z.int().nonnegative(), seq: z.int().nonnegative() });
export type Cursor = z.infer<typeof cursorSchema>;

const requestId = z.string().min(1).max(64);

/** No text that PostgreSQL cannot hold: it would refuse the whole commit that others share. */
const modelId = z
  .string()
  .min(1)
  .max(200)
  .refine((id) => !id.includes("\0"));

/**
 * The first frame of a browser, sent as soon as it was welcomed: the version that both sides speak from
 * now on, the highest that they share. A sender without it, as tabs were before there was a choice, speaks
 * version 1. A version that the server does not speak closes the socket with `protocolUnsupported`.
 */
const hello = z.object({ type: z.literal("hello"), requestId, protocolVersion: z.int().positive() });

/**
 * Asks for what changed in the account since `since` (the `at` of an earlier acknowledgement): the conversations that
 * appeared, changed or were deleted, at most 200 of them, else `account.stale`. Its `ack` bears the `at` to ask from the
 * next time. Null asks for that alone.
 */
const accountSync = z.object({ type: z.literal("account.sync"), requestId, since: z.iso.datetime().nullable() });

/**
 * Sends a person's message and asks for its answer. All ids are made by the sender: sending the
 * same frame again changes nothing and is acknowledged again. An unknown `conversationId` starts a
 * conversation (then `parentId` is null). Editing a message is sending one with the same parent. The
 * socket that sends it follows the conversation from then on, as if it had subscribed.
 */
export const messageSendSchema = z.object({
  type: z.literal("message.send"),
  requestId,
  conversationId: idSchema,
  messageId: idSchema,
  parentId: idSchema.nullable(),
  parts: userMessagePartsSchema,
  modelId,
  answerId: idSchema,
  generationId: idSchema,
});

/** Asks for another answer to the person's message `parentId`: a new branch, followed as in `message.send`. Safe to repeat. */
export const answerRegenerateSchema = z.object({
  type: z.literal("answer.regenerate"),
  requestId,
  conversationId: idSchema,
  parentId: idSchema,
  modelId,
  answerId: idSchema,
  generationId: idSchema,
});

/**
 * Goes on with an answer that is not whole (`interrupted`, `stopped`, `failed`, or ended by `length`) in the same
 * message, as a new generation whose log begins with what is there. Followed as in `message.send`. Safe to repeat.
 * Rejected with `conflict` where there is nothing to go on with.
 */
const answerContinue = z.object({
  type: z.literal("answer.continue"),
  requestId,
  conversationId: idSchema,
  answerId: idSchema,
  modelId,
  generationId: idSchema,
});

/**
 * Asks for an answer as it is stored, because what is shown has another hash than `generation.end` says. The answer
 * comes as `message.put`; the server counts it, for it should never happen. Safe to repeat.
 */
const answerReread = z.object({
  type: z.literal("answer.reread"),
  requestId,
  conversationId: idSchema,
  answerId: idSchema,
});

/** Ends a running generation; what was produced stays. Safe to repeat. */
const generationStop = z.object({ type: z.literal("generation.stop"), requestId, generationId: idSchema });

/**
 * Follows a conversation: its new messages and every generation in it, running ones included. A
 * generation that the sender already shows up to a cursor goes on from there; others begin with a
 * snapshot. Replaces an earlier subscription to the same conversation. `since` is the `at` of an
 * earlier acknowledgement or of the page that was read: the messages that were written or ended after it come first, at
 * most 100 of them, else `conversation.stale`. The `ack` comes behind all of it and bears the next `at`.
 */
const conversationSubscribe = z.object({
  type: z.literal("conversation.subscribe"),
  requestId,
  conversationId: idSchema,
  cursors: z.record(idSchema, cursorSchema).default({}),
  since: z.iso.datetime().optional(),
});

const conversationUnsubscribe = z.object({
  type: z.literal("conversation.unsubscribe"),
  requestId,
  conversationId: idSchema,
});

/** Says that the person has seen the conversation up to now; every open view of the account hears of it. Safe to repeat. */
const conversationRead = z.object({ type: z.literal("conversation.read"), requestId, conversationId: idSchema });

/** What a browser may say. */
export const clientFrameSchema = z.discriminatedUnion("type", [
  hello,
  accountSync,
  messageSendSchema,
  answerRegenerateSchema,
  answerContinue,
  answerReread,
  generationStop,
  conversationSubscribe,
  conversationUnsubscribe,
  conversationRead,
]);
export type ClientFrame = z.infer<typeof clientFrameSchema>;
export type ClientFrameOf<Type extends ClientFrame["type"]> = Extract<ClientFrame, { type: Type }>;

/**
 * The hot frame: `[channel, seq, text]`, one text delta of a generation. `channel` is the short
 * name that the latest `generation.snapshot` or `generation.resume` of this socket gave it.
 */
export const textDeltaFrameSchema = z.tuple([z.string(), z.int(), z.string()]);
export type TextDeltaFrame = z.infer<typeof textDeltaFrameSchema>;

/** What the server says, beside the hot frame. */
export const serverFrameSchema = z.discriminatedUnion("type", [
  /** The first frame: the server speaks every version from `protocolVersionMin` to `protocolVersion`. */
  z.object({
    type: z.literal("welcome"),
    protocolVersion: z.int(),
    protocolVersionMin: z.int().optional(),
    pingIntervalMs: z.int(),
  }),
  /**
   * The request is done; for `message.send`, the message is durable. `at`, where the request asks for what changed, is
   * the server's time to ask from the next time.
   */
  z.object({ type: z.literal("ack"), requestId, at: z.iso.datetime().optional() }),
  z.object({
    type: z.literal("reject"),
    requestId: requestId.nullable(),
    code: errorCodeSchema,
    userMessage: z.string(),
    isRetryable: z.boolean(),
  }),
  /** A message that every open view of the conversation adds, or replaces by id. */
  z.object({ type: z.literal("message.put"), message: messageSchema }),
  /** All of a running generation up to `cursor`; deltas with higher seq follow on `channel`. */
  z.object({
    type: z.literal("generation.snapshot"),
    channel: z.string(),
    generationId: idSchema,
    conversationId: idSchema,
    answerId: idSchema,
    cursor: cursorSchema,
    parts: z.array(messagePartSchema),
  }),
  /** The same for a subscriber whose cursor is a place in this log: only what it missed, in as few parts as it takes. */
  z.object({
    type: z.literal("generation.resume"),
    channel: z.string(),
    generationId: idSchema,
    conversationId: idSchema,
    answerId: idSchema,
    cursor: cursorSchema,
    missed: z.array(streamPartSchema),
  }),
  /** A stream part other than a text delta. */
  z.object({ type: z.literal("generation.part"), channel: z.string(), seq: z.int(), part: streamPartSchema }),
  /**
   * The generation is over. `seq` is the last of its log and `contentHash` the SHA-256 (hex) of `JSON.stringify` of
   * the answer's parts as stored; `message` is the answer without them, for who follows the log has them. Who shows
   * something else asks with `answer.reread`. To version 1, `message` has its parts.
   */
  z.object({
    type: z.literal("generation.end"),
    generationId: idSchema,
    seq: z.int(),
    contentHash: z.string(),
    message: messageSchema.partial({ parts: true }),
  }),
  /** A conversation of this person appeared or changed (title, leaf, time). */
  z.object({ type: z.literal("conversation.put"), conversation: conversationSummarySchema }),
  z.object({ type: z.literal("conversation.delete"), conversationId: idSchema }),
  /** Too much changed to tell it piece by piece: read the list of conversations, the settings and the models anew. */
  z.object({ type: z.literal("account.stale") }),
  /** Too much changed in this conversation: read its messages anew. */
  z.object({ type: z.literal("conversation.stale"), conversationId: idSchema }),
  /** What the person can choose from changed; ask again. */
  z.object({ type: z.literal("models.changed") }),
  z.object({ type: z.literal("settings.changed") }),
]);
export type ServerFrame = z.infer<typeof serverFrameSchema>;
