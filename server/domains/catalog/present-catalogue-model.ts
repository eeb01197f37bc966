import type { Model } from "#contracts/model.ts";
import type { CatalogueSnapshot } from "./catalogue-snapshot.ts";
import { isLocalAddress } from "./is-local-address.ts";
import { presentPrice } from "./present-price.ts";

/** A model of the catalogue as a person chooses it, by its slug; null where no deployment of it is on. */
export function presentCatalogueModel(snapshot: CatalogueSnapshot, modelId: string, now: Date): Model | null {
  const model = snapshot.models.get(modelId);
  const deployments = (snapshot.deploymentsOf.get(modelId) ?? []).filter(({ state }) => state === "on");
  const [first] = deployments;
  if (!model || !first) return null;
  const { label, contextTokens, outputTokensMax, canSeeImages, canReason, canCallTools, canStructure } = model;
  const isLocal = deployments.every(({ connection: { baseUrl } }) => baseUrl !== null && isLocalAddress(baseUrl));
  const all = snapshot.deploymentsOf.get(modelId) ?? [];
  return {
    id: modelId,
    otherIds: all.map(({ connectionId, modelName }) => `${connectionId}/${modelName}`),
    name: modelId,
    label,
    connectionId: first.connectionId,
    connectionLabel: [...new Set(deployments.map(({ connection }) => connection.label))].join(", "),
    standsFor: null,
    isDemo: false,
    contextTokens: first.contextTokens ?? contextTokens,
    outputTokensMax: first.outputTokensMax ?? outputTokensMax,
    canSeeImages,
    canReason,
    canCallTools,
    canStructure,
    isLocal,
    price: isLocal ? null : presentPrice(first.prices ?? model.prices, now),
  };
}
