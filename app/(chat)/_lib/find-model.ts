import type { Model } from "#contracts/model.ts";

/** The model of an id, an older id of it included; undefined where it cannot be chosen any more. */
export function findModel(models: readonly Model[], modelId: string | null | undefined): Model | undefined {
  if (modelId === null || modelId === undefined) return undefined;
  return models.find(({ id }) => id === modelId) ?? models.find(({ otherIds }) => otherIds.includes(modelId));
}
