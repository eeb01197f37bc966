import { catalogueModelSchema, type CatalogueModel, type Tokenizer } from "#contracts/catalogue-document.ts";
import type { CatalogueView } from "#contracts/catalogue.ts";
import type { Faults, Parsed } from "./faults.ts";
import { fromPriceDraft, toPriceDraft, type PriceDraft } from "./price-draft.ts";
import { parseEntry } from "./parse-entry.ts";
import { readList } from "./read-list.ts";
import { readWhole } from "./read-whole.ts";

/** A model as it is typed. */
export type ModelDraft = Pick<
  CatalogueModel,
  "id" | "label" | "maker" | "canSeeImages" | "canReason" | "canCallTools" | "canStructure" | "isAvailable"
> & {
  contextTokens: string;
  outputTokensMax: string;
  tokenizer: Tokenizer;
  prices: PriceDraft[];
  sourceUrl: string;
  sourceReadOn: string;
  tiers: string;
  fallbackModelIds: string;
  hasAllTools: boolean;
  toolNames: string;
};

const NEW_MODEL: ModelDraft = {
  id: "",
  label: "",
  maker: "",
  canSeeImages: false,
  canReason: false,
  canCallTools: false,
  canStructure: false,
  isAvailable: true,
  contextTokens: "",
  outputTokensMax: "",
  tokenizer: "other",
  prices: [],
  sourceUrl: "",
  sourceReadOn: "",
  tiers: "",
  fallbackModelIds: "",
  hasAllTools: true,
  toolNames: "",
};

/** A model as it can be typed over; null: a new one. */
export function toModelDraft(model: CatalogueModel | null): ModelDraft {
  if (!model) return NEW_MODEL;
  const { source, toolNames, ...rest } = model;
  return {
    ...rest,
    contextTokens: model.contextTokens?.toString() ?? "",
    outputTokensMax: model.outputTokensMax?.toString() ?? "",
    prices: model.prices.map(toPriceDraft),
    sourceUrl: source?.url ?? "",
    sourceReadOn: source?.readOn ?? "",
    tiers: model.tiers?.join(", ") ?? "",
    fallbackModelIds: model.fallbackModelIds.join("\n"),
    hasAllTools: toolNames === null,
    toolNames: toolNames?.join(", ") ?? "",
  };
}

/** What was typed as a model, or what is wrong with it. `isNew`: its name must not be taken. */
export function parseModelDraft(draft: ModelDraft, view: CatalogueView, isNew: boolean): Parsed<CatalogueModel> {
  const { sourceUrl, sourceReadOn, hasAllTools, toolNames, ...rest } = draft;
  const tiers = readList(draft.tiers);
  const fallbackModelIds = readList(draft.fallbackModelIds);
  const typed = {
    ...rest,
    contextTokens: readWhole(draft.contextTokens),
    outputTokensMax: readWhole(draft.outputTokensMax),
    prices: draft.prices.map(fromPriceDraft),
    source: sourceUrl.trim() || sourceReadOn ? { url: sourceUrl.trim(), readOn: sourceReadOn } : null,
    tiers: tiers.length > 0 ? tiers : null,
    fallbackModelIds,
    toolNames: hasAllTools ? null : readList(toolNames),
  };
  const modelIds = new Set(view.models.map(({ id }) => id));
  const isTaken = isNew && (modelIds.has(draft.id) || view.aliases.some(({ id }) => id === draft.id));
  const isKnown = fallbackModelIds.every((id) => modelIds.has(id) && id !== draft.id);
  const further: Faults = {
    ...(isTaken ? { id: "admin.fault.taken" } : {}),
    ...(isKnown ? {} : { fallbackModelIds: "admin.fault.unknownModel" }),
  };
  return parseEntry(catalogueModelSchema.strip(), typed, further);
}
