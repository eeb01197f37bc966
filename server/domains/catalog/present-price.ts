import type { ModelPrice } from "#contracts/model.ts";
import type { Price } from "#contracts/price.ts";
import { findPriceTier } from "./find-price-tier.ts";

/** Pico-dollars a token are millionths of a dollar a million tokens. */
const PICO = 1_000_000;

/** What a person sees of a price: that of a short request today, in dollars a million tokens. Null where it is not known. */
export function presentPrice(prices: readonly Price[], now: Date): ModelPrice | null {
  const tier = findPriceTier(prices, { day: now.toISOString().slice(0, 10), inputTokens: 0 });
  if (!tier) return null;
  return {
    inputPerMillion: tier.inputPico / PICO,
    outputPerMillion: tier.outputPico / PICO,
    cachedInputPerMillion: tier.cachedInputPico === null ? null : tier.cachedInputPico / PICO,
  };
}
