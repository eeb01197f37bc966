import { createConnection } from "#inference/create-connection.ts";
import type { ProviderConnection, ProviderName } from "#inference/provider.ts";
import { createServiceAccount } from "./create-service-account.ts";
import { SIMULATOR_KEY } from "./start-simulator.ts";

/**
 * The connection of a provider to the simulator at `url`. Vertex takes no key: its service account
 * is granted `apiKey` as its token. What is no key is taken as it is everywhere.
 */
export function connectSimulator(
  url: string | null,
  provider: ProviderName,
  apiKey: string | null = SIMULATOR_KEY,
): ProviderConnection {
  if (provider !== "vertex") return createConnection({ provider, baseUrl: url, apiKey });
  const place = { project: "sim-project", region: "europe-west4" };
  const token = apiKey?.trim() ?? "";
  const account = /^[\w-]+$/.test(token) ? createServiceAccount(originOf(url), token) : apiKey;
  return createConnection({ provider, baseUrl: url, apiKey: account, ...place });
}

/** Tokens are granted at the address itself, whatever path its models have. */
function originOf(url: string | null): string {
  return URL.parse(url ?? "")?.origin ?? "https://oauth2.googleapis.com";
}
