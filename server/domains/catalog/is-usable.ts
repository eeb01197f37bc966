import type { CatalogueSnapshot } from "./catalogue-snapshot.ts";

/** Whether a model of the catalogue can be asked now: it is available, and a deployment of it is on. */
export function isUsable({ models, deploymentsOf }: CatalogueSnapshot, modelId: string): boolean {
  if (models.get(modelId)?.isAvailable !== true) return false;
  return deploymentsOf.get(modelId)?.some(({ state }) => state === "on") ?? false;
}
