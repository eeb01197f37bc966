import { SEED } from "#inference/index.ts";
import type { Alias, CatalogueDocument, CatalogueModel, Deployment } from "#contracts/catalogue-document.ts";
import type { ConnectionRecord } from "./catalog.ts";
import { deriveDeployments } from "./derive-deployments.ts";

/** From where an entry is: see `contracts/catalogue.ts`. */
type Origin = "seed" | "derived" | "document";

/** A deployment whose connection and model are there. */
export type EffectiveDeployment = Deployment & { origin: Origin; connection: ConnectionRecord };

/** What is true now: the seed, what administrators said, and what the connections of the instance list. Never changed. */
export type CatalogueSnapshot = {
  revision: number;
  document: CatalogueDocument;
  models: ReadonlyMap<string, CatalogueModel & { origin: Origin }>;
  aliases: ReadonlyMap<string, Alias & { origin: Origin }>;
  /** The instance's, the oldest first. */
  connections: ReadonlyMap<string, ConnectionRecord>;
  /** By `connectionId/modelName`, in the order of the connections. */
  deployments: ReadonlyMap<string, EffectiveDeployment>;
  /** By model. */
  deploymentsOf: ReadonlyMap<string, readonly EffectiveDeployment[]>;
};

/** Of what a snapshot is made. */
export type SnapshotSource = Pick<CatalogueSnapshot, "revision" | "document"> & {
  connections: readonly ConnectionRecord[];
};

/** Puts a snapshot together. What the document says of a connection or a model that is gone is left out. */
export function createCatalogueSnapshot({ revision, document, connections }: SnapshotSource): CatalogueSnapshot {
  const models = override(SEED.models, document.models);
  const deployments = new Map<string, EffectiveDeployment>();
  for (const connection of connections) {
    const derived = deriveDeployments(connection, models).map((deployment) => ({
      ...deployment,
      origin: "derived" as const,
    }));
    const said = document.deployments
      .filter(({ connectionId, modelId }) => connectionId === connection.id && models.has(modelId))
      .map((deployment) => ({ ...deployment, origin: "document" as const }));
    for (const deployment of [...derived, ...said]) {
      deployments.set(`${connection.id}/${deployment.modelName}`, { ...deployment, connection });
    }
  }
  return {
    revision,
    document,
    models,
    aliases: override(SEED.aliases, document.aliases),
    connections: new Map(connections.map((connection) => [connection.id, connection])),
    deployments,
    deploymentsOf: Map.groupBy(deployments.values(), ({ modelId }) => modelId),
  };
}

function override<Entry extends { id: string }>(
  seed: readonly Entry[],
  said: readonly Entry[],
): Map<string, Entry & { origin: Origin }> {
  const entries = new Map<string, Entry & { origin: Origin }>();
  for (const entry of seed) entries.set(entry.id, { ...entry, origin: "seed" });
  for (const entry of said) entries.set(entry.id, { ...entry, origin: "document" });
  return entries;
}
