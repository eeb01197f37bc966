import type { Usage } from "#contracts/stream-part.ts";

/** All tokens of these calls, bucket by bucket; null where none of them said what it cost. */
export function addUsage(usages: readonly (Usage | null)[]): Usage | null {
  const known = usages.filter((usage) => usage !== null);
  const [first, ...rest] = known;
  if (first === undefined) return null;
  return rest.reduce(
    (sum, usage) => ({
      inputTokens: sum.inputTokens + usage.inputTokens,
      cachedInputTokens: sum.cachedInputTokens + usage.cachedInputTokens,
      cacheWriteTokens: sum.cacheWriteTokens + usage.cacheWriteTokens,
      outputTokens: sum.outputTokens + usage.outputTokens,
      reasoningTokens: sum.reasoningTokens + usage.reasoningTokens,
      audioInputTokens: sum.audioInputTokens + usage.audioInputTokens,
      audioOutputTokens: sum.audioOutputTokens + usage.audioOutputTokens,
    }),
    first,
  );
}
