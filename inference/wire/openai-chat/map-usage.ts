import type { Usage } from "#contracts/stream-part.ts";
import type { ChunkUsage } from "./chunk.ts";

/** OpenAI's overlapping counts as disjoint buckets. */
export function mapUsage(usage: ChunkUsage): Usage {
  const cached = Math.min(usage.prompt_tokens_details?.cached_tokens ?? 0, usage.prompt_tokens);
  const uncached = usage.prompt_tokens - cached;
  const written = Math.min(usage.prompt_tokens_details?.cache_write_tokens ?? 0, uncached);
  const reasoning = usage.completion_tokens_details?.reasoning_tokens ?? 0;
  return {
    inputTokens: uncached - written,
    cachedInputTokens: cached,
    cacheWriteTokens: written,
    outputTokens: isReasoningApart(usage, reasoning)
      ? usage.completion_tokens
      : Math.max(usage.completion_tokens - reasoning, 0),
    reasoningTokens: reasoning,
    audioInputTokens: 0,
    audioOutputTokens: 0,
  };
}

/** Some servers (xAI's) count reasoning beside the completion and not in it; their total tells. */
function isReasoningApart(usage: ChunkUsage, reasoning: number): boolean {
  return reasoning > 0 && usage.total_tokens === usage.prompt_tokens + usage.completion_tokens + reasoning;
}
