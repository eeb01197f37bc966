import type { Deployment } from "#contracts/catalogue-document.ts";
import type { CatalogueView } from "#contracts/catalogue.ts";

/** A deployment to be filled in, over the first connection and as the usual ones are. */
export function newDeployment({ connections }: CatalogueView, id: string): Deployment {
  return {
    id,
    modelId: "",
    connectionId: connections[0]?.id ?? "",
    modelName: "",
    region: null,
    weight: 100,
    priority: 0,
    state: "on",
    contextTokens: null,
    outputTokensMax: null,
    prices: null,
    gpuPicoPerSecond: null,
  };
}
