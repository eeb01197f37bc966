import type { Price, PriceTier } from "#contracts/price.ts";
import { readPico } from "./read-pico.ts";
import { readWhole } from "./read-whole.ts";
import { writePico } from "./write-pico.ts";

/** The kinds of tokens that can have a price, those that every model has first. */
export const PRICE_KINDS = [
  "inputPico",
  "outputPico",
  "cachedInputPico",
  "cacheWritePico",
  "reasoningPico",
  "imagePico",
  "audioInputPico",
  "audioOutputPico",
] as const;
export type PriceKind = (typeof PRICE_KINDS)[number];

/** A tier as it is typed: dollars a million tokens, and from which length on. */
export type TierDraft = Record<PriceKind | "aboveInputTokens", string>;
export type PriceDraft = { from: string; tiers: TierDraft[] };

export const EMPTY_TIER: TierDraft = {
  aboveInputTokens: "0",
  inputPico: "",
  outputPico: "",
  cachedInputPico: "",
  cacheWritePico: "",
  reasoningPico: "",
  imagePico: "",
  audioInputPico: "",
  audioOutputPico: "",
};

/** A price as it can be typed over. */
export function toPriceDraft({ from, tiers }: Price): PriceDraft {
  return { from, tiers: tiers.map(toTierDraft) };
}

function toTierDraft(tier: PriceTier): TierDraft {
  const prices = PRICE_KINDS.map((kind) => [kind, writePico(tier[kind])]);
  return { ...EMPTY_TIER, ...Object.fromEntries(prices), aboveInputTokens: String(tier.aboveInputTokens) };
}

/** What was typed, as numbers: NaN where it is none, for the contract to refuse. A missing price of input or output is one, too. */
export function fromPriceDraft({ from, tiers }: PriceDraft): Price {
  return {
    from,
    tiers: tiers.map((tier) => ({
      aboveInputTokens: readWhole(tier.aboveInputTokens) ?? 0,
      inputPico: readPico(tier.inputPico) ?? Number.NaN,
      outputPico: readPico(tier.outputPico) ?? Number.NaN,
      cachedInputPico: readPico(tier.cachedInputPico),
      cacheWritePico: readPico(tier.cacheWritePico),
      reasoningPico: readPico(tier.reasoningPico),
      imagePico: readPico(tier.imagePico),
      audioInputPico: readPico(tier.audioInputPico),
      audioOutputPico: readPico(tier.audioOutputPico),
    })),
  };
}
