import type { ModelPrice } from "#contracts/model.ts";

/** What is publicly known of a model; null and false where nothing is. */
export type ModelFacts = {
  /** The words a person reads: the provider's own name for it. */
  label: string;
  contextTokens: number | null;
  outputTokensMax: number | null;
  canSeeImages: boolean;
  canReason: boolean;
  canCallTools: boolean;
  price: ModelPrice | null;
};

/**
 * Facts of one provider's models, looked up on one day in stored copies of its pages and in pages
 * that quote them, not in a live price list: good for choosing a model, not for an invoice.
 */
export type ModelFactsGroup = {
  provider: "openai" | "anthropic";
  sources: readonly string[];
  readOn: string;
  models: Record<string, ModelFacts>;
};

type Price = [input: number, output: number, cachedInput: number | null];

/**
 * Prices are those of a standard request. Above 272,000 prompt tokens OpenAI's newer models, above
 * 100,000 Claude Haiku 5.5 cost more; a price of one number cannot say so.
 */
export const MODEL_FACTS: readonly ModelFactsGroup[] = [
  {
    provider: "openai",
    sources: ["https://developers.openai.com/api/docs/models", "https://developers.openai.com/api/docs/pricing"],
    readOn: "2026-11-23",
    models: {
      "gpt-6-astra": reasoning("GPT-6 Astra", [1_050_000, 128_000], [10, 50, 1]),
      "gpt-6.1-sol": reasoning("GPT-6.1 Sol", [1_050_000, 128_000], [2, 10, 0.1]),
      "gpt-6.1-terra": reasoning("GPT-6.1 Terra", [1_050_000, 128_000], [1, 5, 0.05]),
      "gpt-6-sol": reasoning("GPT-6 Sol", [1_050_000, 128_000], [2, 10, 0.2]),
      "gpt-6-luna": reasoning("GPT-6 Luna", [1_050_000, 128_000], [0.1, 0.5, 0.01]),
      "gpt-5.6": reasoning("GPT-5.6 Sol", [1_050_000, 128_000], [4, 20, 0.4]),
      "gpt-5.6-sol": reasoning("GPT-5.6 Sol", [1_050_000, 128_000], [4, 20, 0.4]),
      "gpt-5.6-terra": reasoning("GPT-5.6 Terra", [1_050_000, 128_000], [2, 12, 0.2]),
      "gpt-5.6-luna": reasoning("GPT-5.6 Luna", [1_050_000, 128_000], [0.2, 1.2, 0.02]),
      "gpt-5.5": reasoning("GPT-5.5", [1_000_000, 128_000], [5, 30, 0.5]),
      "gpt-5.4": reasoning("GPT-5.4", [1_000_000, 128_000], [2.5, 15, 0.25]),
      "gpt-5.4-mini": reasoning("GPT-5.4 mini", [400_000, 128_000], [0.75, 4.5, 0.075]),
      "gpt-5.4-nano": reasoning("GPT-5.4 nano", [400_000, 128_000], [0.2, 1.25, 0.02]),
      "gpt-5.2": reasoning("GPT-5.2", [400_000, 128_000], [1.75, 14, 0.175]),
      "gpt-5.1": reasoning("GPT-5.1", [400_000, 128_000], [1.25, 10, null]),
      "gpt-5": reasoning("GPT-5", [400_000, 128_000], [1.25, 10, 0.125]),
      "gpt-5-mini": reasoning("GPT-5 mini", [400_000, 128_000], [0.25, 2, 0.025]),
      "gpt-5-nano": reasoning("GPT-5 nano", [400_000, 128_000], [0.05, 0.4, 0.005]),
      o3: reasoning("o3", [200_000, 100_000], [2, 8, 0.5]),
      "o4-mini": reasoning("o4-mini", [200_000, 100_000], [1.1, 4.4, 0.275]),
      "gpt-4.1": plain("GPT-4.1", [1_047_576, 32_768], [2, 8, 0.5]),
      "gpt-4.1-mini": plain("GPT-4.1 mini", [1_047_576, 32_768], [0.4, 1.6, 0.1]),
      "gpt-4.1-nano": plain("GPT-4.1 nano", [1_047_576, 32_768], [0.1, 0.4, 0.025]),
      "gpt-4o": plain("GPT-4o", [128_000, 16_384], [2.5, 10, 1.25]),
      "gpt-4o-mini": plain("GPT-4o mini", [128_000, 16_384], [0.15, 0.6, 0.075]),
      "gpt-4": { ...plain("GPT-4", [8_192, 8_192], [30, 60, null]), canSeeImages: false },
      "gpt-3.5-turbo": { ...plain("GPT-3.5 Turbo", [16_385, 4_096], [0.5, 1.5, null]), canSeeImages: false },
    },
  },
  {
    provider: "anthropic",
    sources: [
      "https://platform.claude.com/docs/en/models/overview",
      "https://platform.claude.com/docs/en/about-claude/pricing",
    ],
    readOn: "2026-11-23",
    models: {
      "claude-fable-5-1": reasoning("Claude Fable 5.1", [1_000_000, 128_000], [10, 50, 0.25]),
      "claude-fable-5": reasoning("Claude Fable 5", [1_000_000, 128_000], [10, 50, 1]),
      "claude-mythos-5-1": reasoning("Claude Mythos 5.1", [1_000_000, 128_000], [10, 50, 0.25]),
      "claude-mythos-5": reasoning("Claude Mythos 5", [1_000_000, 128_000], [10, 50, 1]),
      "claude-opus-5-5": reasoning("Claude Opus 5.5", [1_000_000, 128_000], [4, 20, 0.2]),
      "claude-opus-5": reasoning("Claude Opus 5", [1_000_000, 128_000], [5, 25, 0.5]),
      "claude-opus-4-8": reasoning("Claude Opus 4.8", [1_000_000, 128_000], [5, 25, 0.5]),
      "claude-opus-4-7": reasoning("Claude Opus 4.7", [1_000_000, 128_000], [5, 25, 0.5]),
      "claude-opus-4-6": reasoning("Claude Opus 4.6", [1_000_000, 128_000], [5, 25, 0.5]),
      "claude-opus-4-5": reasoning("Claude Opus 4.5", [200_000, 64_000], [5, 25, 0.5]),
      "claude-sonnet-5-5": reasoning("Claude Sonnet 5.5", [1_000_000, 128_000], [2, 10, null]),
      "claude-sonnet-5": reasoning("Claude Sonnet 5", [1_000_000, 128_000], [2, 10, 0.2]),
      "claude-sonnet-4-6": reasoning("Claude Sonnet 4.6", [1_000_000, 128_000], [3, 15, 0.3]),
      "claude-sonnet-4-5": reasoning("Claude Sonnet 4.5", [200_000, 64_000], [3, 15, 0.3]),
      "claude-haiku-5-5": reasoning("Claude Haiku 5.5", [1_000_000, 128_000], [0.1, 0.5, 0.01]),
      "claude-haiku-4-5": reasoning("Claude Haiku 4.5", [200_000, 64_000], [1, 5, 0.1]),
    },
  },
];

function reasoning(label: string, limits: [context: number, output: number], price: Price): ModelFacts {
  return { ...plain(label, limits, price), canReason: true };
}

function plain(
  label: string,
  [contextTokens, outputTokensMax]: [context: number, output: number],
  [inputPerMillion, outputPerMillion, cachedInputPerMillion]: Price,
): ModelFacts {
  return {
    label,
    contextTokens,
    outputTokensMax,
    canSeeImages: true,
    canReason: false,
    canCallTools: true,
    price: { inputPerMillion, outputPerMillion, cachedInputPerMillion },
  };
}
