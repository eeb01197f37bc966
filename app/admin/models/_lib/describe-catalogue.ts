import type { CatalogueView } from "#contracts/catalogue.ts";
import type { Text } from "#app/_i18n/create-text.ts";

/** The page's answer in words: how much of the catalogue can be asked, and of how much of that no price is known. */
export function describeCatalogue(view: CatalogueView, text: Text): string {
  const usable = new Set(view.deployments.filter(({ state }) => state === "on").map(({ modelId }) => modelId));
  const served = view.models.filter(({ id, isAvailable }) => isAvailable && usable.has(id));
  if (view.connections.length === 0) return text.plural("admin.models.nothingServed", view.models.length);
  const sentences = [text.plural("admin.models.served", served.length, { total: view.models.length })];
  const unknown = view.deployments.filter(
    ({ modelId, prices, gpuPicoPerSecond }) =>
      (prices ?? view.models.find(({ id }) => id === modelId)?.prices ?? []).length === 0 && gpuPicoPerSecond === null,
  );
  const unpriced = new Set(unknown.map(({ modelId }) => modelId)).size;
  if (unpriced > 0) sentences.push(text.plural("admin.models.unpriced", unpriced));
  return sentences.join(" ");
}
