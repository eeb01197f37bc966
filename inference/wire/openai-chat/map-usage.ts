import type { Usage } from "#contracts/stream-part.ts";
import type { ChunkUsage } from "./chunk.ts";

/** OpenAI's overlapping counts as disjoint buckets; what a detail claims beyond the number that it is part of is left out. */
export function mapUsage(usage: ChunkUsage): Usage {
  const { prompt_tokens: prompt, prompt_tokens_details: details } = usage;
  const cached = Math.min(details?.cached_tokens ?? 0, prompt);
  const written = Math.min(details?.cache_write_tokens ?? 0, prompt - cached);
  const heard = Math.min(details?.audio_tokens ?? 0, prompt - cached - written);
  return {
    inputTokens: prompt - cached - written - heard,
    cachedInputTokens: cached,
    cacheWriteTokens: written,
    audioInputTokens: heard,
    ...mapCompletion(usage),
  };
}

function mapCompletion(usage: ChunkUsage): Pick<Usage, "outputTokens" | "reasoningTokens" | "audioOutputTokens"> {
  const { completion_tokens: completion, completion_tokens_details: details } = usage;
  const reasoning = details?.reasoning_tokens ?? 0;
  const shown = isReasoningApart(usage, reasoning) ? completion : Math.max(completion - reasoning, 0);
  const spoken = Math.min(details?.audio_tokens ?? 0, shown);
  return { outputTokens: shown - spoken, reasoningTokens: reasoning, audioOutputTokens: spoken };
}

/** Some servers (xAI's) count reasoning beside the completion and not in it; their total tells. */
function isReasoningApart(usage: ChunkUsage, reasoning: number): boolean {
  return reasoning > 0 && usage.total_tokens === usage.prompt_tokens + usage.completion_tokens + reasoning;
}
