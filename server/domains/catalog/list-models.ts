import { describeModel, type ProviderName } from "#inference/index.ts";
import type { Model } from "#contracts/model.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { DEMO_CONNECTION_ID } from "./catalog.ts";
import { isLocalAddress } from "./is-local-address.ts";

type Needs = Pick<ServerContext, "catalog" | "localServers">;
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

/** The models that a person may choose: the instance's, their own, those of servers on this machine, the demo last. */
export async function listModels(ctx: Needs, actor: Pick<Actor, "userId">): Promise<Model[]> {
  const [instance, personal, found] = await Promise.all([
    ctx.catalog.instance.list(),
    ctx.catalog.personal(actor.userId).list(),
    ctx.localServers.list(),
  ]);
  const connected = new Set(instance.map((connection) => connection.baseUrl));
  const local = found
    .filter((server) => !connected.has(server.baseUrl))
    .map(({ connectionId, ...server }): Offer => ({ ...server, id: connectionId, provider: "openai-compatible" }));
  return [...instance, ...personal, ...local, DEMO].flatMap(toModels);
}

function toModels({ id, label, provider, baseUrl, modelNames }: Offer): Model[] {
  const isLocal = baseUrl !== null && isLocalAddress(baseUrl);
  return modelNames.map((name) => {
    const facts = describeModel(provider, name);
    return {
      ...facts,
      id: `${id}/${name}`,
      name,
      connectionId: id,
      connectionLabel: label,
      isDemo: provider === "demo",
      isLocal,
      price: isLocal ? null : facts.price,
    };
  });
}
