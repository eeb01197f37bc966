import type { Model } from "#contracts/model.ts";
import { findModel } from "./find-model.ts";

/** The words for a model by its id; its bare name where it cannot be chosen any more. */
export function modelLabel(models: readonly Model[], modelId: string): string {
  return findModel(models, modelId)?.label ?? modelId.slice(modelId.indexOf("/") + 1);
}
