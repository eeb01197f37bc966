import type { Connection } from "#contracts/connection.ts";
import type { ConnectionRecord } from "./catalog.ts";

/** What a person sees of a connection: whether it has a key, never the key. */
export function presentConnection(connection: ConnectionRecord): Connection {
  const { id, scope, provider, label, baseUrl, project, region, modelNames } = connection;
  return {
    id,
    scope,
    provider,
    label,
    baseUrl,
    project,
    region,
    hasApiKey: connection.sealedApiKey !== null,
    modelNames,
    createdAt: connection.createdAt.toISOString(),
    checkedAt: connection.checkedAt?.toISOString() ?? null,
  };
}
