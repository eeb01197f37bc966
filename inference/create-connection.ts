import type { ProviderConnection } from "./provider.ts";

/** A connection of which nothing is known but what `known` says. */
export function createConnection(
  known: Pick<ProviderConnection, "provider"> & Partial<ProviderConnection>,
): ProviderConnection {
  return { baseUrl: null, apiKey: null, project: null, region: null, ...known };
}
