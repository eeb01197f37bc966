import type { CatalogueModel } from "#contracts/catalogue-document.ts";
import type { ProviderName } from "./provider.ts";
import { SEED } from "./seed/seed.ts";
import { findTokenizer } from "./tokens/find-tokenizer.ts";

/** What is known of a model by the name that a provider gives it; null, false and empty where nothing is. */
export type ModelFacts = Pick<
  CatalogueModel,
  | "label"
  | "contextTokens"
  | "outputTokensMax"
  | "canSeeImages"
  | "canReason"
  | "canCallTools"
  | "canStructure"
  | "tokenizer"
  | "prices"
> & {
  /** The model of the catalogue that the name means; null where it means none of them. */
  catalogueId: string | null;
  /** The version of it that the name asks for; null where it asks for the model as such. */
  version: string | null;
};

/** Models of a catalogue by their ids. */
export type ModelsById = ReadonlyMap<string, CatalogueModel>;

/** Whose models a provider serves under their own names. Servers of one's own name them as they like. */
const MAKERS: Record<ProviderName, readonly string[]> = {
  openai: ["OpenAI"],
  "azure-openai": ["OpenAI"],
  anthropic: ["Anthropic"],
  google: ["Google"],
  vertex: ["Google", "Anthropic"],
  "openai-compatible": [],
  demo: [],
};

/** The version of a model behind its name: `-2026-04-23`, `-20251001`, `@20251001`, `@default` or `-latest`. */
const VERSION = /[-@](\d{4}-\d{2}-\d{2}|\d{8}|latest|default)$/;

const SEED_MODELS: ModelsById = new Map(SEED.models.map((model) => [model.id, model]));

/**
 * The facts of a model by its name, with or without a version behind it. One that we do not know is labelled with its
 * own name and promises nothing, and so is the same name at another maker's.
 */
export function describeModel(provider: ProviderName, modelName: string, models: ModelsById = SEED_MODELS): ModelFacts {
  const exact = lookUp(models, provider, modelName);
  if (exact) return { ...exact, catalogueId: exact.id, version: null };
  const version = VERSION.exec(modelName)?.[1];
  const base = version === undefined ? null : lookUp(models, provider, modelName.replace(VERSION, ""));
  if (base === null || version === undefined) return unknown(provider === "demo" ? "Demo" : modelName);
  return { ...base, catalogueId: base.id, version, label: `${base.label} (${version})` };
}

function lookUp(models: ModelsById, provider: ProviderName, id: string): CatalogueModel | null {
  const model = models.get(id);
  return model && MAKERS[provider].includes(model.maker) ? model : null;
}

function unknown(label: string): ModelFacts {
  return {
    label,
    contextTokens: null,
    outputTokensMax: null,
    canSeeImages: false,
    canReason: false,
    canCallTools: false,
    canStructure: false,
    tokenizer: findTokenizer(label),
    prices: [],
    catalogueId: null,
    version: null,
  };
}
