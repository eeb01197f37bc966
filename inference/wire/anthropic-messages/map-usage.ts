import type { Usage } from "#contracts/stream-part.ts";
import type { EventUsage } from "./event.ts";

/** Anthropic's counts as disjoint buckets, over what an earlier event of the same answer reported. */
export function mapUsage(usage: EventUsage, earlier: Usage | null): Usage | null {
  if (!usage) return earlier;
  const earlierOutput = earlier === null ? 0 : earlier.outputTokens + earlier.reasoningTokens;
  const output = usage.output_tokens ?? earlierOutput;
  const reasoning = Math.min(usage.output_tokens_details?.thinking_tokens ?? earlier?.reasoningTokens ?? 0, output);
  return {
    inputTokens: usage.input_tokens ?? earlier?.inputTokens ?? 0,
    cachedInputTokens: usage.cache_read_input_tokens ?? earlier?.cachedInputTokens ?? 0,
    cacheWriteTokens: usage.cache_creation_input_tokens ?? earlier?.cacheWriteTokens ?? 0,
    outputTokens: output - reasoning,
    reasoningTokens: reasoning,
    audioInputTokens: 0,
    audioOutputTokens: 0,
  };
}
