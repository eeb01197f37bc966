import type { Alias } from "#contracts/catalogue-document.ts";
import type { Model } from "#contracts/model.ts";
import type { CatalogueSnapshot } from "./catalogue-snapshot.ts";
import { presentCatalogueModel } from "./present-catalogue-model.ts";
import { resolveAlias } from "./resolve-alias.ts";

/** An alias as a person chooses it, with the facts of the model that would answer now; null where none would. */
export function presentAlias(snapshot: CatalogueSnapshot, { id, label }: Alias, now: Date): Model | null {
  const [modelId] = resolveAlias(snapshot, id);
  const model = modelId === undefined ? null : presentCatalogueModel(snapshot, modelId, now);
  if (!model) return null;
  return { ...model, id, otherIds: [], name: id, label, standsFor: model.label };
}
