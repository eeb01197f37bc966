import type { Model } from "#contracts/model.ts";
import { findModel } from "./find-model.ts";

/** The first of the wished models that can be chosen now; else the first there is; null while none is known. */
export function pickModelId(models: readonly Model[], wishes: readonly (string | null | undefined)[]): string | null {
  for (const wish of wishes) {
    const model = findModel(models, wish);
    if (model) return model.id;
  }
  return models[0]?.id ?? null;
}
