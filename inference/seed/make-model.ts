import type { CatalogueModel } from "#contracts/catalogue-document.ts";
import type { Price, PriceTier } from "#contracts/price.ts";

/** US dollars a million tokens, as makers' lists have them. What is left out has no price of its own. */
export type Rates = { input: number; output: number; cached?: number; cacheWrite?: number; audioInput?: number };

/** What holds from a day on; `above` for longer requests as a whole. */
export type DatedRates = { from: string; rates: Rates; above?: { inputTokens: number; rates: Rates } };

/** What a list of models says of one, in short. */
export type ModelInShort = Pick<CatalogueModel, "id" | "label" | "contextTokens" | "outputTokensMax"> & {
  prices: readonly DatedRates[];
  /** The address where it was read. */
  url: string;
  /** What it lacks of what nearly all have. */
  lacks?: readonly "reasoning"[];
};

type Shared = Pick<CatalogueModel, "maker" | "tokenizer"> & { readOn: string };

/** A model of the seed in full. */
export function makeModel(shared: Shared, short: ModelInShort): CatalogueModel {
  const { id, label, contextTokens, outputTokensMax, url, lacks = [] } = short;
  return {
    id,
    label,
    maker: shared.maker,
    contextTokens,
    outputTokensMax,
    canSeeImages: true,
    canReason: !lacks.includes("reasoning"),
    canCallTools: true,
    canStructure: true,
    tokenizer: shared.tokenizer,
    prices: short.prices.map(toPrice),
    source: { url, readOn: shared.readOn },
    isAvailable: true,
    tiers: null,
    fallbackModelIds: [],
    toolNames: null,
  };
}

function toPrice({ from, rates, above }: DatedRates): Price {
  const tiers = [toTier(0, rates), ...(above ? [toTier(above.inputTokens, above.rates)] : [])];
  return { from, tiers };
}

function toTier(aboveInputTokens: number, { input, output, cached, cacheWrite, audioInput }: Rates): PriceTier {
  return {
    aboveInputTokens,
    inputPico: toPico(input),
    cachedInputPico: toPicoOrNull(cached),
    cacheWritePico: toPicoOrNull(cacheWrite),
    outputPico: toPico(output),
    reasoningPico: null,
    imagePico: null,
    audioInputPico: toPicoOrNull(audioInput),
    audioOutputPico: null,
  };
}

function toPicoOrNull(dollarsAMillion: number | undefined): number | null {
  return dollarsAMillion === undefined ? null : toPico(dollarsAMillion);
}

function toPico(dollarsAMillion: number): number {
  return Math.round(dollarsAMillion * 1_000_000);
}
