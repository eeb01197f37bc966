import { MODEL_FACTS, type ModelFacts } from "./model-facts.ts";
import type { ProviderName } from "./provider.ts";

/** The version of a model behind its name: `-2026-04-23`, `-20251001` or `-latest`. */
const VERSION = /-(\d{4}-\d{2}-\d{2}|\d{8}|latest)$/;

const UNKNOWN: Omit<ModelFacts, "label"> = {
  contextTokens: null,
  outputTokensMax: null,
  canSeeImages: false,
  canReason: false,
  canCallTools: false,
  price: null,
};

/**
 * The facts of a model by its name, with or without a version behind it. One that we do not know
 * is labelled with its own name and promises nothing.
 */
export function describeModel(provider: ProviderName, modelName: string): ModelFacts {
  if (provider === "demo") return { ...UNKNOWN, label: "Demo" };
  const models = MODEL_FACTS.find((group) => group.provider === provider)?.models ?? {};
  const exact = lookUp(models, modelName);
  if (exact !== null) return exact;
  const base = lookUp(models, modelName.replace(VERSION, ""));
  const version = VERSION.exec(modelName)?.[1];
  if (base === null || version === undefined) return { ...UNKNOWN, label: modelName };
  return { ...base, label: `${base.label} (${version})` };
}

/** Only own names: a model called `constructor` is unknown. */
function lookUp(models: Record<string, ModelFacts>, name: string): ModelFacts | null {
  return Object.hasOwn(models, name) ? (models[name] ?? null) : null;
}
