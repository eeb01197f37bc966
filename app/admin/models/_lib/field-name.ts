import type { TextKey } from "#app/_i18n/catalogue.ts";
import type { Text } from "#app/_i18n/create-text.ts";

const NAMES: Record<string, TextKey> = {
  label: "admin.models.label",
  maker: "admin.models.maker",
  contextTokens: "admin.models.context",
  outputTokensMax: "admin.models.output",
  canSeeImages: "admin.models.canSeeImages",
  canReason: "admin.models.canReason",
  canCallTools: "admin.models.canCallTools",
  canStructure: "admin.models.canStructure",
  tokenizer: "admin.models.tokenizer",
  prices: "admin.models.prices",
  source: "admin.models.source",
  isAvailable: "admin.models.isAvailable",
  tiers: "admin.models.tiers",
  fallbackModelIds: "admin.models.fallbacks",
  toolNames: "admin.models.tools",
  modelIds: "admin.models.standsFor",
  modelId: "admin.models.model",
  connectionId: "admin.models.connection",
  modelName: "admin.models.nameThere",
  region: "admin.models.region",
  weight: "admin.models.weight",
  priority: "admin.models.priority",
  state: "admin.models.state",
  gpuPicoPerSecond: "admin.models.gpu",
};

/** What a field of the catalogue is called on the page; one that this version does not know is called as the API calls it. */
export function fieldName(name: string, text: Text): string {
  const key = NAMES[name];
  return key ? text(key) : name;
}
