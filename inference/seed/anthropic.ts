import type { CatalogueModel } from "#contracts/catalogue-document.ts";
import { makeModel, type DatedRates, type Rates } from "./make-model.ts";

const MAKER = { maker: "Anthropic", tokenizer: "claude", readOn: "2026-11-24" } as const;

const LIST = "https://platform.claude.com/docs/en/about-claude/pricing";
/** Pages that quote the list with the day from which a price holds. */
const NOTES = "https://github.com/TheKrush/PromptFuel/releases/tag";

/** For prices whose first day is not known: the day on which they were read. */
const READ = "2026-11-23";

type Short = { prices: DatedRates[]; url?: string; isSmall?: boolean };

/** The maker's models. Writing to a cache costs what five minutes of it cost: a quarter more than other input. */
export const ANTHROPIC_MODELS: readonly CatalogueModel[] = [
  model("claude-fable-5-1", "Claude Fable 5.1", { prices: [since("2026-09-01", [10, 50, 0.25])] }),
  model("claude-fable-5", "Claude Fable 5", { prices: [since(READ, [10, 50, 1])] }),
  model("claude-mythos-5-1", "Claude Mythos 5.1", { prices: [since("2026-09-01", [10, 50, 0.25])] }),
  model("claude-mythos-5", "Claude Mythos 5", { prices: [since(READ, [10, 50, 1])] }),
  model("claude-opus-5-5", "Claude Opus 5.5", {
    prices: [since("2026-09-22", [4, 20, 0.2])],
    url: "https://platform.claude.com/docs/zh-CN/models/opus-5-5/overview",
  }),
  model("claude-opus-5", "Claude Opus 5", { prices: [since("2026-07-24", [5, 25, 0.5])] }),
  model("claude-opus-4-8", "Claude Opus 4.8", { prices: [since(READ, [5, 25, 0.5])] }),
  model("claude-opus-4-7", "Claude Opus 4.7", { prices: [since(READ, [5, 25, 0.5])] }),
  model("claude-opus-4-6", "Claude Opus 4.6", { prices: [since(READ, [5, 25, 0.5])] }),
  model("claude-opus-4-5", "Claude Opus 4.5", { prices: [since(READ, [5, 25, 0.5])], isSmall: true }),
  model("claude-sonnet-5-5", "Claude Sonnet 5.5", {
    prices: [since("2026-09-28", [2, 10, 0.2]), since("2026-10-07", [2, 10, 0.1])],
    url: `${NOTES}/v1.0.23`,
  }),
  model("claude-sonnet-5", "Claude Sonnet 5", { prices: [since(READ, [2, 10, 0.2])] }),
  model("claude-sonnet-4-6", "Claude Sonnet 4.6", { prices: [since(READ, [3, 15, 0.3])] }),
  model("claude-sonnet-4-5", "Claude Sonnet 4.5", { prices: [since(READ, [3, 15, 0.3])], isSmall: true }),
  model("claude-haiku-5-5", "Claude Haiku 5.5", {
    prices: [
      {
        from: "2026-10-07",
        rates: { input: 0.1, output: 0.5, cached: 0.01, cacheWrite: 0.125 },
        above: { inputTokens: 100_000, rates: { input: 0.5, output: 2.5, cached: 0.05, cacheWrite: 0.625 } },
      },
    ],
    url: "https://github.com/kurofune/claudit/releases/tag/v1.9.2",
  }),
  model("claude-haiku-4-5", "Claude Haiku 4.5", { prices: [since(READ, [1, 5, 0.1])], isSmall: true }),
];

function model(id: string, label: string, { prices, url = LIST, isSmall = false }: Short): CatalogueModel {
  const contextTokens = isSmall ? 200_000 : 1_000_000;
  const outputTokensMax = isSmall ? 64_000 : 128_000;
  return makeModel(MAKER, { id, label, contextTokens, outputTokensMax, prices, url });
}

function since(from: string, [input, output, cached]: [number, number, number]): DatedRates {
  const rates: Rates = { input, output, cached, cacheWrite: input * 1.25 };
  return { from, rates };
}
