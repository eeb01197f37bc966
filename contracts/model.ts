import { z } from "zod";

/** US dollars for a million tokens, with where and when the price was read. A missing price is null, never zero. */
export const modelPriceSchema = z.object({
  inputPerMillion: z.number().nonnegative(),
  outputPerMillion: z.number().nonnegative(),
  cachedInputPerMillion: z.number().nonnegative().nullable(),
});
export type ModelPrice = z.infer<typeof modelPriceSchema>;

/** A model that a person may choose. */
const modelSchema = z.object({
  /** `connectionId/modelName`; `demo/demo` for the built-in one. */
  id: z.string(),
  name: z.string(),
  /** The words a person reads: "GPT-5 mini". */
  label: z.string(),
  connectionId: z.string(),
  connectionLabel: z.string(),
  isDemo: z.boolean(),
  contextTokens: z.int().positive().nullable(),
  outputTokensMax: z.int().positive().nullable(),
  canSeeImages: z.boolean(),
  canReason: z.boolean(),
  canCallTools: z.boolean(),
  /** Runs on the person's own machine or network: nothing to pay. */
  isLocal: z.boolean(),
  price: modelPriceSchema.nullable(),
});
export type Model = z.infer<typeof modelSchema>;
