import type { Model } from "#contracts/model.ts";

/** The models whose name, id or connection contains every word of the search, in their own order. */
export function findModels(models: readonly Model[], search: string): Model[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return models.filter((model) => {
    const haystack = `${model.label} ${model.name} ${model.connectionLabel} ${model.standsFor ?? ""}`.toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}
