import type { ModelPrice } from "#contracts/model.ts";
import type { ProviderName } from "./provider.ts";

/** What is publicly known of a model; null and false where nothing is. */
export type ModelFacts = {
  label: string;
  contextTokens: number | null;
  outputTokensMax: number | null;
  canSeeImages: boolean;
  canReason: boolean;
  canCallTools: boolean;
  price: ModelPrice | null;
};

/** The facts of a model, by its name or by the name it has without a date behind it. */
export function describeModel(_provider: ProviderName, modelName: string): ModelFacts {
  return {
    label: modelName,
    contextTokens: null,
    outputTokensMax: null,
    canSeeImages: false,
    canReason: false,
    canCallTools: false,
    price: null,
  };
}
