import { describeModel, type ProviderName } from "#inference/index.ts";
import type { Model } from "#contracts/model.ts";
import type { CatalogueSnapshot } from "./catalogue-snapshot.ts";
import { isLocalAddress } from "./is-local-address.ts";
import { presentPrice } from "./present-price.ts";

/** What a connection serves under a name. */
type Named = {
  offer: { id: string; label: string; provider: ProviderName; baseUrl: string | null };
  name: string;
  now: Date;
};

/** A model of one connection, as a person chooses it: `connectionId/modelName`. */
export function presentNamedModel(snapshot: Pick<CatalogueSnapshot, "models">, { offer, name, now }: Named): Model {
  const facts = describeModel(offer.provider, name, snapshot.models);
  const isLocal = offer.baseUrl !== null && isLocalAddress(offer.baseUrl);
  return {
    label: facts.label,
    contextTokens: facts.contextTokens,
    outputTokensMax: facts.outputTokensMax,
    canSeeImages: facts.canSeeImages,
    canReason: facts.canReason,
    canCallTools: facts.canCallTools,
    canStructure: facts.canStructure,
    id: `${offer.id}/${name}`,
    otherIds: [],
    name,
    connectionId: offer.id,
    connectionLabel: offer.label,
    standsFor: null,
    isDemo: offer.provider === "demo",
    isLocal,
    price: isLocal ? null : presentPrice(facts.prices, now),
  };
}
