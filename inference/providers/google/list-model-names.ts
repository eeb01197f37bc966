import type { ProviderConnection } from "#inference/provider.ts";
import { callWithin } from "#inference/wire/call-within.ts";
import { catchAnswer } from "#inference/wire/gemini/catch-answer.ts";
import { readModels } from "#inference/wire/gemini/read-models.ts";
import { createClient } from "./client.ts";

/** More than Google has, and the most that one page may hold. */
const MODELS_MAX = 1_000;

/** The names of the chat models that the key may use, sorted. Throws ProviderError. */
export async function listModelNames(connection: ProviderConnection, signal: AbortSignal): Promise<string[]> {
  const { names } = await callWithin(connection, signal, async (callSignal) =>
    readModels(
      await catchAnswer(async (fetch) => {
        const client = await createClient(connection, fetch);
        return client.models.list({ config: { pageSize: MODELS_MAX, queryBase: true, abortSignal: callSignal } });
      }),
    ),
  );
  return names.toSorted();
}
