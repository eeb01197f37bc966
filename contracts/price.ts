import { z } from "zod";

const WHOLE = "A price is a whole number of pico-dollars a token, and never negative.";

/** Pico-dollars (10^-12 US dollars) a token: 1 dollar a million tokens is 1,000,000. Whole, so that sums are exact. */
const picoSchema = z.number({ error: WHOLE }).refine((pico) => Number.isSafeInteger(pico) && pico >= 0, WHOLE);

/** What a token of each kind costs. Null is a bucket without a price of its own: it counts as its nearest wider one. */
const priceTierSchema = z.strictObject({
  /** For requests with more tokens of input than this; the first tier begins at 0. */
  aboveInputTokens: z.int().nonnegative(),
  inputPico: picoSchema,
  cachedInputPico: picoSchema.nullable(),
  cacheWritePico: picoSchema.nullable(),
  outputPico: picoSchema,
  reasoningPico: picoSchema.nullable(),
  imagePico: picoSchema.nullable(),
  audioInputPico: picoSchema.nullable(),
  audioOutputPico: picoSchema.nullable(),
});
export type PriceTier = z.infer<typeof priceTierSchema>;

/** What holds from a day on (UTC), by the length of the request. */
const priceSchema = z.strictObject({
  from: z.iso.date("A price holds from a day, as in 2026-01-31."),
  tiers: z
    .array(priceTierSchema)
    .min(1, "A price needs at least one tier.")
    .max(10)
    .refine((tiers) => tiers[0]?.aboveInputTokens === 0, "The first tier of a price begins at 0 tokens of input.")
    .refine(
      (tiers) => isAscending(tiers.map(({ aboveInputTokens }) => aboveInputTokens)),
      "The tiers of a price are sorted by the tokens of input above which they hold, each once.",
    ),
});
export type Price = z.infer<typeof priceSchema>;

/** Prices over time, the oldest first. Empty: not known, which is never free. */
export const priceListSchema = z
  .array(priceSchema)
  .max(100)
  .refine(
    (prices) => isAscending(prices.map(({ from }) => from)),
    "Prices are sorted by the day from which they hold, each day once.",
  );

function isAscending(values: readonly (number | string)[]): boolean {
  return values.every((value, index) => {
    const before = values[index - 1];
    return before === undefined || before < value;
  });
}
