import { describeModel, type ProviderName } from "#inference/index.ts";
import type { Model } from "#contracts/model.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { DEMO_CONNECTION_ID } from "./catalog.ts";
import type { CatalogueSnapshot } from "./catalogue-snapshot.ts";
import { isUsable } from "./is-usable.ts";
import { presentAlias } from "./present-alias.ts";
import { presentCatalogueModel } from "./present-catalogue-model.ts";
import { presentNamedModel } from "./present-named-model.ts";

type Needs = Pick<ServerContext, "catalog" | "catalogue" | "clock" | "localServers">;

/** A connection with what it serves, stored or not. */
type Offer = {
  id: string;
  label: string;
  provider: ProviderName;
  baseUrl: string | null;
  modelNames: readonly string[];
};

const DEMO: Offer = {
  id: DEMO_CONNECTION_ID,
  label: "Polylogue",
  provider: "demo",
  baseUrl: null,
  modelNames: [DEMO_CONNECTION_ID],
};

/**
 * The models that a person may choose: the aliases that stand for something, the instance's models, each once however many
 * connections serve it, the person's own, those of servers on this machine, the demo last.
 */
export async function listModels(ctx: Needs, actor: Pick<Actor, "userId">): Promise<Model[]> {
  const [snapshot, personal, found] = await Promise.all([
    // Not from memory: an open page asks at the moment when another process changed something.
    ctx.catalogue.refresh(),
    ctx.catalog.personal(actor.userId).list(),
    ctx.localServers.list(),
  ]);
  const now = ctx.clock.now();
  const connected = new Set([...snapshot.connections.values()].map(({ baseUrl }) => baseUrl));
  const local = found
    .filter((server) => !connected.has(server.baseUrl))
    .map(({ connectionId, ...server }): Offer => ({ ...server, id: connectionId, provider: "openai-compatible" }));
  const named = [...personal, ...local, DEMO].flatMap((offer) =>
    offer.modelNames.map((name) => presentNamedModel(snapshot, { offer, name, now })),
  );
  return [...listAliases(snapshot, now), ...listInstanceModels(snapshot, now), ...named];
}

function listAliases(snapshot: CatalogueSnapshot, now: Date): Model[] {
  return [...snapshot.aliases.values()].flatMap((alias) => presentAlias(snapshot, alias, now) ?? []);
}

function listInstanceModels(snapshot: CatalogueSnapshot, now: Date): Model[] {
  const shown = new Set<string>();
  return [...snapshot.connections.values()].flatMap((offer) => {
    const said = snapshot.document.deployments.filter(({ connectionId }) => connectionId === offer.id);
    const names = new Set([...offer.modelNames, ...said.map(({ modelName }) => modelName)]);
    return [...names].flatMap((name) => {
      const deployment = snapshot.deployments.get(`${offer.id}/${name}`);
      if (!deployment)
        return isTakenAway(snapshot, offer, name) ? [] : presentNamedModel(snapshot, { offer, name, now });
      const { modelId } = deployment;
      if (shown.has(modelId) || !isUsable(snapshot, modelId)) return [];
      shown.add(modelId);
      return presentCatalogueModel(snapshot, modelId, now) ?? [];
    });
  });
}

/** Whether the name is a version of a model that administrators took from everybody. */
function isTakenAway({ models }: CatalogueSnapshot, { provider }: Pick<Offer, "provider">, name: string): boolean {
  const { catalogueId } = describeModel(provider, name, models);
  return catalogueId !== null && models.get(catalogueId)?.isAvailable === false;
}
