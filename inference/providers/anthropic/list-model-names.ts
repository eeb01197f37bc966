import type { ProviderConnection } from "#inference/provider.ts";
import { callWithin } from "#inference/wire/call-within.ts";
import { readModelList } from "#inference/wire/read-model-list.ts";
import { createClient } from "./client.ts";

/** More than Anthropic has, and the most that one page may hold. */
const MODELS_MAX = 1_000;

/** The names of the account's models, newest first as Anthropic lists them. Throws ProviderError. */
export async function listModelNames(connection: ProviderConnection, signal: AbortSignal): Promise<string[]> {
  return callWithin(connection, signal, async (callSignal) =>
    readModelList(
      await createClient(connection).models.list({ limit: MODELS_MAX }, { signal: callSignal }).asResponse(),
    ),
  );
}
