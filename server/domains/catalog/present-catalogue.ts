import type { CatalogueView } from "#contracts/catalogue.ts";
import type { CatalogueSnapshot } from "./catalogue-snapshot.ts";
import { resolveAlias } from "./resolve-alias.ts";

/** What an administrator sees of the catalogue: no address and no key of a connection. */
export function presentCatalogue(snapshot: CatalogueSnapshot): CatalogueView {
  const { revision, document, models, aliases, deployments, connections } = snapshot;
  return {
    revision,
    document,
    models: [...models.values()],
    aliases: [...aliases.values()].map((alias) => ({
      ...alias,
      answersNow: resolveAlias(snapshot, alias.id)[0] ?? null,
    })),
    deployments: [...deployments.values()].map(({ connection, ...deployment }) => ({
      ...deployment,
      connectionLabel: connection.label,
    })),
    connections: [...connections.values()].map(({ id, label, provider, region, modelNames }) => ({
      id,
      label,
      provider,
      region,
      modelNames,
    })),
  };
}
