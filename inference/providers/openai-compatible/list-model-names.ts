import type { ProviderConnection } from "#inference/provider.ts";
import { callWithin } from "#inference/wire/call-within.ts";
import { readModelList } from "#inference/wire/read-model-list.ts";
import { createClient } from "./client.ts";

/** Local servers list the models that they embed with beside those that they chat with. */
const OTHER_KINDS = /embed|rerank|whisper/i;

/** The names of the models that the server offers to chat with, sorted. Throws ProviderError. */
export async function listModelNames(connection: ProviderConnection, signal: AbortSignal): Promise<string[]> {
  const names = await callWithin(connection, signal, async (callSignal) =>
    readModelList(await createClient(connection).models.list({ signal: callSignal }).asResponse()),
  );
  return names.filter((name) => !OTHER_KINDS.test(name)).toSorted();
}
