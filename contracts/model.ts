import { z } from "zod";

/** US dollars for a million tokens, with where and when the price was read. A missing price is null, never zero. */
const modelPriceSchema = z.object({
  inputPerMillion: z.number().nonnegative(),
  outputPerMillion: z.number().nonnegative(),
  cachedInputPerMillion: z.number().nonnegative().nullable(),
});
export type ModelPrice = z.infer<typeof modelPriceSchema>;

/** A model that a person may choose. */
const modelSchema = z.object({
  /**
   * A slug of the catalogue ("gpt-6-luna"), an alias ("fast"), or `connectionId/modelName` for what the catalogue does not
   * know or does not share: a person's own connections, local servers, `demo/demo` for the built-in one.
   */
  id: z.string(),
  /** The same model under ids that older conversations have: `connectionId/modelName` of its deployments. */
  otherIds: z.array(z.string()),
  name: z.string(),
  /** The words a person reads: "GPT-5 mini". */
  label: z.string(),
  /** Where several connections serve it, the first. */
  connectionId: z.string(),
  /** The names of all connections that serve it. */
  connectionLabel: z.string(),
  /** Of an alias: what the model is called that answers now. Null of a model. */
  standsFor: z.string().nullable(),
  isDemo: z.boolean(),
  contextTokens: z.int().positive().nullable(),
  outputTokensMax: z.int().positive().nullable(),
  canSeeImages: z.boolean(),
  canReason: z.boolean(),
  canCallTools: z.boolean(),
  canStructure: z.boolean(),
  /** Runs on the person's own machine or network: nothing to pay. */
  isLocal: z.boolean(),
  price: modelPriceSchema.nullable(),
});
export type Model = z.infer<typeof modelSchema>;
