import type { Usage } from "./stream-part.ts";

/** The tokens of some calls together, bucket by bucket; null where none of them said what it cost. */
export function addUsage(...usages: readonly (Usage | null)[]): Usage | null {
  return usages.reduce((sum, usage) => (sum && usage ? addBuckets(sum, usage) : (sum ?? usage)), null);
}

function addBuckets(one: Usage, other: Usage): Usage {
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    cachedInputTokens: one.cachedInputTokens + other.cachedInputTokens,
    cacheWriteTokens: one.cacheWriteTokens + other.cacheWriteTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    reasoningTokens: one.reasoningTokens + other.reasoningTokens,
    audioInputTokens: one.audioInputTokens + other.audioInputTokens,
    audioOutputTokens: one.audioOutputTokens + other.audioOutputTokens,
  };
}
