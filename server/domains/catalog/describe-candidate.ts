import { describeModel, type Candidate, type ProviderConnection } from "#inference/index.ts";
import type { CatalogueSnapshot } from "./catalogue-snapshot.ts";
import { deploymentId } from "./deployment-id.ts";
import { findPriceTier } from "./find-price-tier.ts";
import { isLocalAddress } from "./is-local-address.ts";

/** A model at a connection, by the name it has there. */
type Place = { connectionId: string; modelName: string; connection: ProviderConnection; label: string; now: Date };

/** The one candidate that a model is which is no deployment of the catalogue. What its name tells is promised, and nothing more. */
export function describeCandidate(snapshot: Pick<CatalogueSnapshot, "models">, place: Place): Candidate {
  const { connectionId, modelName, connection, label, now } = place;
  const facts = describeModel(connection.provider, modelName, snapshot.models);
  const isLocal = connection.baseUrl !== null && isLocalAddress(connection.baseUrl);
  const price = isLocal ? null : findPriceTier(facts.prices, { day: now.toISOString().slice(0, 10), inputTokens: 0 });
  return {
    deploymentId: deploymentId(connectionId, modelName),
    modelId: `${connectionId}/${modelName}`,
    connection,
    connectionLabel: label,
    modelName,
    region: connection.region,
    weight: 100,
    priority: 0,
    isDraining: false,
    canSeeImages: facts.canSeeImages,
    canCallTools: facts.canCallTools,
    canStructure: facts.canStructure,
    canReason: facts.canReason,
    contextTokens: facts.contextTokens,
    outputTokensMax: facts.outputTokensMax,
    inputPico: price?.inputPico ?? null,
    outputPico: price?.outputPico ?? null,
    tiers: null,
  };
}
