import type { CatalogueModel } from "#contracts/catalogue-document.ts";
import { makeModel, type DatedRates, type Rates } from "./make-model.ts";

const MAKER = { maker: "Google", tokenizer: "gemini", readOn: "2026-11-24" } as const;

/** Copies of the maker's price page, word by word, and a list that names it as its source. */
const COPY = "https://github.com/api-evangelist/deepmind/blob/main/plans/deepmind-plans-pricing.yml";
const MODELS_DEV = "https://github.com/anomalyco/models.dev/tree/dev/providers/google/models";

/** For prices whose first day is not known: the day on which the copy was made. */
const READ = "2026-10-07";

type Short = { prices: DatedRates[]; url: string; outputTokensMax?: number | null };

/**
 * The maker's models at the standard prices of the Gemini API, which a cloud's region may differ from. How much Gemini 4
 * Argon writes at most is told in two ways, so it is not known here; neither is when the first price of 3.7 Flash ends.
 */
export const GOOGLE_MODELS: readonly CatalogueModel[] = [
  model("gemini-4-argon", "Gemini 4 Argon", {
    prices: [
      { from: "2026-09-30", rates: { input: 2, output: 10, cached: 0.1 } },
      { from: "2026-12-01", rates: { input: 4, output: 20, cached: 0.2 } },
    ],
    url: "https://github.com/BerriAI/litellm/discussions/46238",
    outputTokensMax: null,
  }),
  model("gemini-3.8-flash", "Gemini 3.8 Flash", {
    prices: [
      { from: "2026-09-02", rates: { input: 0.75, output: 3.75, cached: 0.075, audioInput: 0.75 } },
      { from: "2027-01-01", rates: { input: 1.5, output: 7.5, cached: 0.15 } },
    ],
    url: COPY,
  }),
  model("gemini-3.7-flash", "Gemini 3.7 Flash", {
    prices: [since("2026-08-13", { input: 0.75, output: 3.75, cached: 0.075 })],
    url: "https://docs.litellm.ai/blog/gemini_3_7_flash",
  }),
  model("gemini-3.6-flash", "Gemini 3.6 Flash", {
    prices: [
      { from: READ, rates: { input: 0.75, output: 3.75, cached: 0.075, audioInput: 0.75 } },
      { from: "2027-01-01", rates: { input: 1.5, output: 7.5, cached: 0.15 } },
    ],
    url: `${MODELS_DEV}/gemini-3.6-flash.toml`,
  }),
  model("gemini-3.5-flash", "Gemini 3.5 Flash", {
    prices: [since("2026-05-19", { input: 1.5, output: 9, cached: 0.15, audioInput: 1.5 })],
    url: COPY,
  }),
  model("gemini-3.5-flash-lite", "Gemini 3.5 Flash-Lite", {
    prices: [since(READ, { input: 0.3, output: 2.5 })],
    url: COPY,
  }),
  model("gemini-3.1-pro-preview", "Gemini 3.1 Pro Preview", {
    prices: [
      {
        from: "2026-02-19",
        rates: { input: 2, output: 12, cached: 0.2 },
        above: { inputTokens: 200_000, rates: { input: 4, output: 18, cached: 0.4 } },
      },
    ],
    url: COPY,
  }),
  model("gemini-3.1-flash-lite", "Gemini 3.1 Flash-Lite", {
    prices: [since("2026-05-07", { input: 0.25, output: 1.5, cached: 0.025 })],
    url: `${MODELS_DEV}/gemini-3.1-flash-lite.toml`,
  }),
  model("gemini-3-flash-preview", "Gemini 3 Flash Preview", {
    prices: [since("2025-12-17", { input: 0.5, output: 3, cached: 0.05, audioInput: 1 })],
    url: `${MODELS_DEV}/gemini-3-flash-preview.toml`,
  }),
  model("gemini-2.5-pro", "Gemini 2.5 Pro", {
    prices: [
      {
        from: READ,
        rates: { input: 1.25, output: 10, cached: 0.125 },
        above: { inputTokens: 200_000, rates: { input: 2.5, output: 15, cached: 0.25 } },
      },
    ],
    url: COPY,
  }),
  model("gemini-2.5-flash", "Gemini 2.5 Flash", {
    prices: [since(READ, { input: 0.3, output: 2.5, cached: 0.03, audioInput: 1 })],
    url: COPY,
  }),
  model("gemini-2.5-flash-lite", "Gemini 2.5 Flash-Lite", {
    prices: [since("2025-06-17", { input: 0.1, output: 0.4, cached: 0.01, audioInput: 0.3 })],
    url: `${MODELS_DEV}/gemini-2.5-flash-lite.toml`,
  }),
];

function model(id: string, label: string, { prices, url, outputTokensMax = 65_536 }: Short): CatalogueModel {
  return makeModel(MAKER, { id, label, contextTokens: 1_048_576, outputTokensMax, prices, url });
}

function since(from: string, rates: Rates): DatedRates {
  return { from, rates };
}
