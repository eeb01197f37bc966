import type { ProviderConnection } from "#inference/provider.ts";
import { callWithin } from "#inference/wire/call-within.ts";
import { createClient } from "./client.ts";
import { isChatModelName } from "./is-chat-model-name.ts";

/** The names of the account's chat models, sorted. Throws ProviderError. */
export async function listModelNames(connection: ProviderConnection, signal: AbortSignal): Promise<string[]> {
  const page = await callWithin(connection, signal, async (callSignal) =>
    createClient(connection).models.list({ signal: callSignal }),
  );
  return page.data
    .map(({ id }) => id)
    .filter(isChatModelName)
    .toSorted();
}
