import type { Price } from "#contracts/price.ts";

/** The price that holds on a day (YYYY-MM-DD), and the one that follows; null where it is not known. Prices are sorted by day. */
export function findPrice(prices: readonly Price[], day: string): { now: Price | null; next: Price | null } {
  return {
    now: prices.findLast(({ from }) => from <= day) ?? null,
    next: prices.find(({ from }) => from > day) ?? null,
  };
}
