import type { ProviderConnection } from "#inference/provider.ts";
import { callWithin } from "#inference/wire/call-within.ts";
import { createClient } from "./client.ts";
import { readDeployments } from "./read-deployments.ts";

/** The last version in which a resource lists its deployments to who has only a key; later ones list every model there is. */
const LISTS_DEPLOYMENTS = "2023-03-15-preview";

/** The names of the resource's deployments that answer chats, sorted. Throws ProviderError. */
export async function listModelNames(connection: ProviderConnection, signal: AbortSignal): Promise<string[]> {
  const names = await callWithin(connection, signal, async (callSignal) =>
    readDeployments(
      await createClient(connection, LISTS_DEPLOYMENTS).get("/deployments", { signal: callSignal }).asResponse(),
    ),
  );
  return names.toSorted();
}
