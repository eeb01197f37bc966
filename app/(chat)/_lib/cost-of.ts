import type { ModelPrice } from "#contracts/model.ts";
import type { Usage } from "#contracts/stream-part.ts";

/**
 * US dollars that an answer cost by the model's list price. Tokens of a cache without a price of
 * their own count as ordinary input. Null where the price is not known, as that of sound never is.
 */
export function costOf(usage: Usage, price: ModelPrice | null): number | null {
  if (!price || usage.audioInputTokens + usage.audioOutputTokens > 0) return null;
  const cachedInputPerMillion = price.cachedInputPerMillion ?? price.inputPerMillion;
  const millionths =
    (usage.inputTokens + usage.cacheWriteTokens) * price.inputPerMillion +
    usage.cachedInputTokens * cachedInputPerMillion +
    (usage.outputTokens + usage.reasoningTokens) * price.outputPerMillion;
  return millionths / 1_000_000;
}
