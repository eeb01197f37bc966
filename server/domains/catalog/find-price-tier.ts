import type { Price, PriceTier } from "#contracts/price.ts";

/** What is asked of a list of prices: the day, as 2026-01-31 in UTC, and how long the request is. */
type Wanted = { day: string; inputTokens: number };

/** The price that holds on a day for a request of this length; null where none is known, which is not for nothing. */
export function findPriceTier(prices: readonly Price[], { day, inputTokens }: Wanted): PriceTier | null {
  const price = prices.findLast(({ from }) => from <= day);
  return (
    price?.tiers.findLast(({ aboveInputTokens }) => aboveInputTokens === 0 || inputTokens > aboveInputTokens) ?? null
  );
}
