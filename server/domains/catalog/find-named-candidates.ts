import { createConnection, describeModel, type Candidate, type ProviderName } from "#inference/index.ts";
import type { CatalogueModel } from "#contracts/catalogue-document.ts";
import { idSchema } from "#contracts/ids.ts";
import type { ServerContext } from "#server/context.ts";
import { DEMO_CONNECTION_ID, type ConnectionRecord } from "./catalog.ts";
import type { CatalogueSnapshot } from "./catalogue-snapshot.ts";
import { describeCandidate } from "./describe-candidate.ts";
import type { FoundCandidates } from "./find-candidates.ts";
import { isUsable } from "./is-usable.ts";
import { openCandidates } from "./open-candidates.ts";
import { openConnection } from "./open-connection.ts";

type Needs = Pick<ServerContext, "catalog" | "catalogue" | "clock" | "localServers" | "secretBox">;
type Named = { connectionId: string; modelName: string };

/**
 * The candidates of a model by its connection and the name it has there. One of the instance that is a deployment of a
 * model of the catalogue is asked first, and the model's others behind it; anything else is asked as it is. Null where
 * there is no such connection for this person.
 */
export async function findNamedCandidates(ctx: Needs, userId: string, named: Named): Promise<FoundCandidates | null> {
  const { connectionId } = named;
  const snapshot = await ctx.catalogue.current();
  if (!idSchema.safeParse(connectionId).success) return findUnstored(ctx, snapshot, named);
  const ofInstance = snapshot.connections.get(connectionId);
  if (ofInstance) return ofInstanceConnection(ctx, snapshot, { ...named, connection: ofInstance });
  const ofPerson = await ctx.catalog.personal(userId).find(connectionId);
  if (ofPerson) return single(ctx, snapshot, { ...named, connection: ofPerson });
  // It may have been connected a moment ago, by another process.
  const newer = await ctx.catalogue.refresh();
  const connection = newer.connections.get(connectionId);
  return connection ? ofInstanceConnection(ctx, newer, { ...named, connection }) : null;
}

/** The demo, or a server found on this machine: neither is kept anywhere. */
async function findUnstored(ctx: Needs, snapshot: CatalogueSnapshot, named: Named): Promise<FoundCandidates | null> {
  const now = ctx.clock.now();
  if (named.connectionId === DEMO_CONNECTION_ID) {
    const connection = createConnection({ provider: "demo" });
    return only(snapshot, describeCandidate(snapshot, { ...named, connection, label: "Polylogue", now }));
  }
  const server = await ctx.localServers.find(named.connectionId);
  if (!server) return null;
  const connection = createConnection({ provider: "openai-compatible", baseUrl: server.baseUrl });
  return only(snapshot, describeCandidate(snapshot, { ...named, connection, label: server.label, now }));
}

type Place = Named & { connection: ConnectionRecord };

function ofInstanceConnection(ctx: Needs, snapshot: CatalogueSnapshot, place: Place): FoundCandidates | null {
  const pinned = snapshot.deployments.get(`${place.connectionId}/${place.modelName}`);
  if (!pinned) return single(ctx, snapshot, place);
  if (!isUsable(snapshot, pinned.modelId)) return null;
  const others = (snapshot.deploymentsOf.get(pinned.modelId) ?? []).filter(({ id }) => id !== pinned.id);
  // What the lowest number has is asked first.
  const ordered = [{ ...pinned, priority: 0 }, ...others.map((other) => ({ ...other, priority: other.priority + 1 }))];
  const model = snapshot.models.get(pinned.modelId);
  if (!model) return null;
  const fallbackModelIds = model.fallbackModelIds.filter((id) => isUsable(snapshot, id));
  const standIns = fallbackModelIds.flatMap((id) => snapshot.deploymentsOf.get(id) ?? []);
  return {
    modelId: pinned.modelId,
    candidates: openCandidates({ secretBox: ctx.secretBox, now: ctx.clock.now() }, snapshot, [...ordered, ...standIns]),
    policy: { prefer: "balanced", fallbackModelIds },
    tokenizer: model.tokenizer,
    toolNames: model.toolNames,
  };
}

/** A model that the catalogue does not know at this connection, or knows in another version: always one candidate. */
function single(ctx: Needs, snapshot: CatalogueSnapshot, place: Place): FoundCandidates | null {
  const { connectionId, modelName, connection } = place;
  const model = findModel(snapshot, connection.provider, modelName);
  // What administrators take from people is taken in every version; a person's own key is the person's.
  const isShared = connection.scope === "instance";
  if (isShared && model?.isAvailable === false) return null;
  const opened = openConnection(ctx.secretBox, connection);
  const found = { connectionId, modelName, connection: opened, label: connection.label, now: ctx.clock.now() };
  const tiers = isShared ? (model?.tiers ?? null) : null;
  return only(snapshot, { ...describeCandidate(snapshot, found), tiers });
}

function only(snapshot: CatalogueSnapshot, candidate: Candidate): FoundCandidates {
  const { connection, modelName, modelId } = candidate;
  return {
    modelId,
    candidates: [candidate],
    policy: { prefer: "balanced", fallbackModelIds: [] },
    tokenizer: describeModel(connection.provider, modelName, snapshot.models).tokenizer,
    toolNames: findModel(snapshot, connection.provider, modelName)?.toolNames ?? null,
  };
}

function findModel({ models }: CatalogueSnapshot, provider: ProviderName, modelName: string): CatalogueModel | null {
  const { catalogueId } = describeModel(provider, modelName, models);
  return catalogueId === null ? null : (models.get(catalogueId) ?? null);
}
