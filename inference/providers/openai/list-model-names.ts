import type { ProviderConnection } from "#inference/provider.ts";
import { callWithin } from "#inference/wire/call-within.ts";
import { readModelList } from "#inference/wire/read-model-list.ts";
import { createClient } from "./client.ts";
import { isChatModelName } from "#inference/wire/openai-chat/is-chat-model-name.ts";

/** The names of the account's chat models, sorted. Throws ProviderError. */
export async function listModelNames(connection: ProviderConnection, signal: AbortSignal): Promise<string[]> {
  const names = await callWithin(connection, signal, async (callSignal) =>
    readModelList(await createClient(connection).models.list({ signal: callSignal }).asResponse()),
  );
  return names.filter(isChatModelName).toSorted();
}
