import type { CatalogueModel } from "#contracts/catalogue-document.ts";
import { makeModel, type DatedRates, type ModelInShort, type Rates } from "./make-model.ts";

const MAKER = { maker: "OpenAI", tokenizer: "o200k", readOn: "2026-11-24" } as const;

const PAGES = "https://developers.openai.com/api/docs/models";
/** Pages that quote the maker's, where its own page of a model could not be read. */
const QUOTES = "https://github.com/BerriAI/litellm/discussions";
const NOTES = "https://github.com/TheKrush/PromptFuel/releases/tag";
const MODELS_DEV = "https://github.com/anomalyco/models.dev/tree/dev/providers/openai/models";
const TABLE = "https://github.com/github/docs/blob/main/data/tables/copilot/models-and-pricing.yml";
const OLDER_PRICES = "https://hex.pm/packages/openai_responses/0.4.1";
const OLDEST_PRICES = "https://docs.rs/crate/openai-models/0.1.1/source/src/lib.rs";

/** For prices whose first day is not known: a day on which they held. */
const READ = "2026-11-23";

type Limits = [contextTokens: number, outputTokensMax: number];
type Rest = { prices: DatedRates[]; url: string; limits: Limits } & Pick<ModelInShort, "lacks">;

const MILLION: Limits = [1_050_000, 128_000];
const LARGE: Limits = [400_000, 128_000];

/**
 * The maker's models at the prices of a standard request. "gpt-5.6" is the maker's other name of GPT-5.6 Sol, whose
 * price is a promotion "until at least 2026-11-21". Of GPT-6.2 Astra the prices of writing a cache and of long requests
 * could not be read: they follow the rule of all its siblings.
 */
export const OPENAI_MODELS: readonly CatalogueModel[] = [
  model("gpt-6.2-astra", "GPT-6.2 Astra", since56("2026-11-17", [8, 40, 0.4], `${QUOTES}/52347`)),
  model("gpt-6.2-sol", "GPT-6.2 Sol", since56("2026-11-17", [2, 10, 0.1], `${PAGES}/gpt-6.2-sol`)),
  model("gpt-6.1-sol", "GPT-6.1 Sol", since56("2026-09-29", [2, 10, 0.1], `${NOTES}/v1.0.22`)),
  model("gpt-6.1-terra", "GPT-6.1 Terra", since56("2026-10-26", [1, 5, 0.05], `${NOTES}/v1.0.24`)),
  model("gpt-6-astra", "GPT-6 Astra", since56("2026-09-03", [10, 50, 1], `${QUOTES}/39633`)),
  model("gpt-6-sol", "GPT-6 Sol", since56("2026-09-22", [2, 10, 0.2], `${NOTES}/v1.0.21`)),
  model("gpt-6-luna", "GPT-6 Luna", since56("2026-09-22", [0.1, 0.5, 0.01], `${NOTES}/v1.0.21`)),
  model("gpt-5.6", "GPT-5.6 Sol", since56(READ, [4, 20, 0.4], `${PAGES}/gpt-5.6-sol`)),
  model("gpt-5.6-sol", "GPT-5.6 Sol", since56(READ, [4, 20, 0.4], `${PAGES}/gpt-5.6-sol`)),
  model("gpt-5.6-terra", "GPT-5.6 Terra", since56("2026-07-30", [2, 12, 0.2], `${NOTES}/v1.0.19`)),
  model("gpt-5.6-luna", "GPT-5.6 Luna", since56("2026-07-30", [0.2, 1.2, 0.02], `${NOTES}/v1.0.19`)),
  model("gpt-5.5", "GPT-5.5", {
    prices: [withLong("2026-04-23", { input: 5, output: 30, cached: 0.5 })],
    url: `${MODELS_DEV}/gpt-5.5.toml`,
    limits: MILLION,
  }),
  model("gpt-5.4", "GPT-5.4", {
    prices: [withLong("2026-03-05", { input: 2.5, output: 15, cached: 0.25 })],
    url: `${MODELS_DEV}/gpt-5.4.toml`,
    limits: MILLION,
  }),
  model("gpt-5.4-mini", "GPT-5.4 mini", flat([0.75, 4.5, 0.075], LARGE, TABLE)),
  model("gpt-5.4-nano", "GPT-5.4 nano", flat([0.2, 1.25, 0.02], LARGE, TABLE)),
  model("gpt-5.2", "GPT-5.2", flat([1.75, 14, 0.175], LARGE, `${MODELS_DEV}/gpt-5.2.toml`)),
  model("gpt-5.1", "GPT-5.1", flat([1.25, 10, 0.125], LARGE, `${MODELS_DEV}/gpt-5.1.toml`)),
  model("gpt-5", "GPT-5", flat([1.25, 10, 0.125], LARGE, `${MODELS_DEV}/gpt-5.toml`)),
  model("gpt-5-mini", "GPT-5 mini", flat([0.25, 2, 0.025], LARGE, TABLE)),
  model("gpt-5-nano", "GPT-5 nano", flat([0.05, 0.4, 0.005], LARGE, `${MODELS_DEV}/gpt-5-nano.toml`)),
  model("o3", "o3", flat([2, 8, 0.5], [200_000, 100_000], `${MODELS_DEV}/o3.toml`)),
  model("o4-mini", "o4-mini", flat([1.1, 4.4, 0.275], [200_000, 100_000], `${MODELS_DEV}/o4-mini.toml`)),
  model("gpt-4.1", "GPT-4.1", plain([2, 8, 0.5], [1_047_576, 32_768], OLDER_PRICES)),
  model("gpt-4.1-mini", "GPT-4.1 mini", plain([0.4, 1.6, 0.1], [1_047_576, 32_768], OLDER_PRICES)),
  model("gpt-4.1-nano", "GPT-4.1 nano", plain([0.1, 0.4, 0.025], [1_047_576, 32_768], OLDER_PRICES)),
  model("gpt-4o", "GPT-4o", plain([2.5, 10, 1.25], [128_000, 16_384], OLDER_PRICES)),
  model("gpt-4o-mini", "GPT-4o mini", plain([0.15, 0.6, 0.075], [128_000, 16_384], OLDEST_PRICES)),
];

function model(id: string, label: string, { limits, ...rest }: Rest): CatalogueModel {
  const [contextTokens, outputTokensMax] = limits;
  return makeModel(MAKER, { id, label, contextTokens, outputTokensMax, ...rest });
}

/** From GPT-5.6 on what is written to a cache costs a quarter more than other input, as the page of GPT-5.6 Sol says. */
function since56(from: string, [input, output, cached]: [number, number, number], url: string): Rest {
  return { prices: [withLong(from, { input, output, cached, cacheWrite: input * 1.25 })], url, limits: MILLION };
}

/** Above 272,000 tokens of input all input costs twice as much, and the output one and a half times. */
function withLong(from: string, short: Rates): DatedRates {
  const { input, output, cached, cacheWrite } = short;
  const long: Rates = { input: input * 2, output: output * 1.5 };
  if (cached !== undefined) long.cached = cached * 2;
  if (cacheWrite !== undefined) long.cacheWrite = cacheWrite * 2;
  return { from, rates: short, above: { inputTokens: 272_000, rates: long } };
}

/** A price that is the same whatever the length. */
function flat([input, output, cached]: [number, number, number], limits: Limits, url: string): Rest {
  return { prices: [{ from: READ, rates: { input, output, cached } }], url, limits };
}

/** The same of a model that does not reason. */
function plain(rates: [number, number, number], limits: Limits, url: string): Rest {
  return { ...flat(rates, limits, url), lacks: ["reasoning"] };
}
