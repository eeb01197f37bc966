import { z } from "zod";
import { errorCodeSchema } from "./error-codes.ts";

/**
 * Tokens of one call in disjoint buckets: no token is counted in two of them, and their sum is
 * every token of the call. All are whole numbers of zero or more.
 */
export const usageSchema = z.object({
  /** Prompt tokens that were neither read from nor written to a cache. */
  inputTokens: z.int().nonnegative(),
  cachedInputTokens: z.int().nonnegative(),
  cacheWriteTokens: z.int().nonnegative(),
  /** Completion tokens that the person sees. */
  outputTokens: z.int().nonnegative(),
  reasoningTokens: z.int().nonnegative(),
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

/**
 * One step of an answer. A stream is any number of deltas, `usage` at most once (the last wins),
 * then exactly one terminal part: `finish` or `error`. A stream that was aborted by its caller
 * ends without a terminal part. A delta continues the block of its kind that is open, or opens one.
 * Every text of the content is well-formed, free of NUL and not empty, so that it can be stored as it is.
 */
export const streamPartSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("response-start"), modelName: z.string(), requestId: z.string().nullable() }),
  z.object({ type: z.literal("text-delta"), text: z.string() }),
  z.object({ type: z.literal("reasoning-delta"), text: z.string() }),
  z.object({ type: z.literal("refusal-delta"), text: z.string() }),
  z.object({ type: z.literal("tool-call-start"), toolCallId: z.string(), toolName: z.string() }),
  z.object({ type: z.literal("tool-call-delta"), toolCallId: z.string(), inputText: z.string() }),
  z.object({ type: z.literal("tool-call-end"), toolCallId: z.string() }),
  z.object({ type: z.literal("usage"), usage: usageSchema }),
  z.object({ type: z.literal("finish"), reason: finishReasonSchema }),
  z.object({ type: z.literal("error"), error: providerFailureSchema }),
]);
export type StreamPart = z.infer<typeof streamPartSchema>;
