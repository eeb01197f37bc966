import type { Model } from "#contracts/model.ts";

/** The first of the wished models that can be chosen now; else the first there is; null while none is known. */
export function pickModelId(models: readonly Model[], wishes: readonly (string | null | undefined)[]): string | null {
  const wished = wishes.find((wish) => models.some((model) => model.id === wish));
  return wished ?? models[0]?.id ?? null;
}
