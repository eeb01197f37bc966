import { z } from "zod";
import { priceListSchema } from "./price.ts";
import { idSchema } from "./ids.ts";

const MODELS_MAX = 1_000;
const DEPLOYMENTS_MAX = 1_000;
const ALIASES_MAX = 100;

/** What a model or an alias is called in a request. Without "/", so that it never is `connectionId/modelName`. */
const slugSchema = z
  .string()
  .max(100)
  .regex(/^[a-z0-9][a-z0-9._:-]*$/, 'A name for requests has small letters, digits, ".", "_", ":" and "-" only.');

const labelSchema = z.string().trim().min(1, "Everything needs a name to be shown.").max(80);
const tokensSchema = z.int().positive().max(100_000_000).nullable();

/** How a model's text becomes tokens, as far as it is known: a name of `inference/tokens/`. */
const tokenizerSchema = z.enum(["o200k", "cl100k", "claude", "gemini", "other"]);
export type Tokenizer = z.infer<typeof tokenizerSchema>;

/** A model as its maker describes it, whoever serves it. Null is not known, and never zero. */
export const catalogueModelSchema = z.strictObject({
  id: slugSchema,
  label: labelSchema,
  /** Who trained it: "OpenAI". Connections to this maker serve it under its id, without further words. */
  maker: labelSchema,
  contextTokens: tokensSchema,
  outputTokensMax: tokensSchema,
  canSeeImages: z.boolean(),
  canReason: z.boolean(),
  canCallTools: z.boolean(),
  /** Answers in JSON that fits a schema. */
  canStructure: z.boolean(),
  tokenizer: tokenizerSchema,
  /** The maker's list, the oldest first. Empty: not known. */
  prices: priceListSchema,
  /** Where and when the facts were read; null where nobody said. */
  source: z.strictObject({ url: z.url().max(500), readOn: z.iso.date() }).nullable(),
  isAvailable: z.boolean(),
  /** Who may use it; null: everybody. */
  tiers: z.array(z.string().trim().min(1).max(40)).max(20).nullable(),
  /** What answers instead where no deployment of it can, in this order. */
  fallbackModelIds: z.array(slugSchema).max(20),
  /** The tools of the server that it may call; null: all. */
  toolNames: z.array(z.string().min(1).max(64)).max(100).nullable(),
});
export type CatalogueModel = z.infer<typeof catalogueModelSchema>;

/** A name for the first usable of some models or other aliases. */
export const aliasSchema = z.strictObject({
  id: slugSchema,
  label: labelSchema,
  modelIds: z.array(slugSchema).max(50),
});
export type Alias = z.infer<typeof aliasSchema>;

export const deploymentStateSchema = z.enum(["on", "draining", "off"]);
export type DeploymentState = z.infer<typeof deploymentStateSchema>;

/** One way to a model: a connection of the instance that serves it under a name of its own. */
export const deploymentSchema = z.strictObject({
  /** Of any version: those of derived deployments are made from connection and name. */
  id: z.guid(),
  modelId: slugSchema,
  connectionId: idSchema,
  modelName: z.string().trim().min(1, "A deployment needs the model's name at its connection.").max(160),
  /** Null: the connection's. */
  region: z.string().trim().min(1).max(60).nullable(),
  /** Its share among those of the same priority. */
  weight: z
    .int()
    .min(1, "A weight is a whole number from 1 to 1000.")
    .max(1000, "A weight is a whole number from 1 to 1000."),
  /** Those with the smallest number are asked first. */
  priority: z.int().min(0, "A priority is a whole number of 0 or more.").max(1000),
  state: deploymentStateSchema,
  /** Null: the model's. */
  contextTokens: tokensSchema,
  outputTokensMax: tokensSchema,
  /** Null: the model's. */
  prices: priceListSchema.nullable(),
  /** What a second of the machine costs that serves it, in pico-dollars (10^-12); null where tokens are paid. */
  gpuPicoPerSecond: z.int().nonnegative().nullable(),
});
export type Deployment = z.infer<typeof deploymentSchema>;

/** What administrators have said about models. It overrides the seed by id, and says nothing of what it does not name. */
export const catalogueDocumentSchema = z.strictObject({
  models: z.array(catalogueModelSchema).max(MODELS_MAX),
  aliases: z.array(aliasSchema).max(ALIASES_MAX),
  deployments: z.array(deploymentSchema).max(DEPLOYMENTS_MAX),
});
export type CatalogueDocument = z.infer<typeof catalogueDocumentSchema>;
