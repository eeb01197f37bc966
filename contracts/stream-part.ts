import { z } from "zod";
import { errorCodeSchema } from "./error-codes.ts";
import { TOOL_OUTPUT_LENGTH_MAX } from "./tool-output-length.ts";

/**
 * Tokens of one call in disjoint buckets: no token is counted in two of them, and their sum is
 * every token of the call. All are whole numbers of zero or more; stored answers from before there
 * was audio have no count of it.
 */
export const usageSchema = z.object({
  /** Prompt tokens of text and images that were neither read from nor written to a cache. */
  inputTokens: z.int().nonnegative(),
  cachedInputTokens: z.int().nonnegative(),
  cacheWriteTokens: z.int().nonnegative(),
  /** Completion tokens that the person reads. */
  outputTokens: z.int().nonnegative(),
  reasoningTokens: z.int().nonnegative(),
  /** Prompt tokens of sound that were not read from a cache. */
  audioInputTokens: z.int().nonnegative().default(0),
  audioOutputTokens: z.int().nonnegative().default(0),
});
export type Usage = z.infer<typeof usageSchema>;

/** Why a model stopped by itself. `length`: it ran into its output limit. */
export const finishReasonSchema = z.enum(["stop", "length", "content-filter", "tool-calls", "other"]);
export type FinishReason = z.infer<typeof finishReasonSchema>;

/** What went wrong with one call to a provider. Retrying reads `isRetryable`, never a status. */
const providerFailureSchema = z.object({
  code: errorCodeSchema,
  /** For logs and administrators; may quote the provider, never a key. */
  message: z.string(),
  isRetryable: z.boolean(),
  status: z.int().nullable(),
  requestId: z.string().nullable(),
  retryAfterMs: z.int().nonnegative().nullable(),
});
export type ProviderFailure = z.infer<typeof providerFailureSchema>;

/** What the platform tells a person about an answer, beside what its model says. `context-trimmed`: so many of the first messages were left out. */
const noticeSchema = z.object({
  code: z.enum(["context-trimmed"]),
  messagesLeftOut: z.int().nonnegative(),
});

/**
 * One step of an answer. A stream is any number of deltas, `usage` at most once (the last wins),
 * then exactly one terminal part: `finish` or `error`. A stream that was aborted by its caller
 * ends without a terminal part. A delta continues the block of its kind that is open, or opens one.
 * A `tool-result` comes behind the end of the call that it answers; it and `notice` are the platform's, never a model's.
 * Every text of the content is well-formed, free of NUL and not empty, so that it can be stored as it is.
 */
export const streamPartSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("response-start"),
    modelName: z.string(),
    requestId: z.string().nullable(),
    /** For so long the provider wants no further call: nothing is left of what it allows. Missing where there is. */
    restMs: z.int().positive().optional(),
  }),
  z.object({ type: z.literal("text-delta"), text: z.string() }),
  z.object({ type: z.literal("reasoning-delta"), text: z.string() }),
  z.object({ type: z.literal("refusal-delta"), text: z.string() }),
  z.object({ type: z.literal("tool-call-start"), toolCallId: z.string(), toolName: z.string() }),
  z.object({ type: z.literal("tool-call-delta"), toolCallId: z.string(), inputText: z.string() }),
  z.object({ type: z.literal("tool-call-end"), toolCallId: z.string() }),
  z.object({
    type: z.literal("tool-result"),
    toolCallId: z.string(),
    output: z.string().max(TOOL_OUTPUT_LENGTH_MAX),
    isError: z.boolean(),
  }),
  z.object({ type: z.literal("notice"), notice: noticeSchema }),
  z.object({ type: z.literal("usage"), usage: usageSchema }),
  z.object({ type: z.literal("finish"), reason: finishReasonSchema }),
  z.object({ type: z.literal("error"), error: providerFailureSchema }),
]);
export type StreamPart = z.infer<typeof streamPartSchema>;
