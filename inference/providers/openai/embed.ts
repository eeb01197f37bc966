import type { EmbeddingModel } from "#inference/embedding-model.ts";
import type { ProviderConnection } from "#inference/provider.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import { callWithin } from "#inference/wire/call-within.ts";
import { embedInBatches } from "#inference/wire/embed-in-batches.ts";
import { readEmbeddings } from "#inference/wire/openai-embeddings/read-embeddings.ts";
import { createClient } from "./client.ts";

/** Far below OpenAI's own limit, so that an answer stays small. */
const LIMITS = { textsMax: 256, callsMax: 2 };

/** A model of OpenAI that embeds texts. */
export function createEmbeddingModel(connection: ProviderConnection, modelName: string): EmbeddingModel {
  const within = { apiKey: connection.apiKey, limitMs: TIME_LIMITS.embedMs };
  return {
    embed: (texts, { dimensions }, signal) =>
      embedInBatches(texts, LIMITS, (batch) =>
        callWithin(within, signal, async (callSignal) => {
          const request = {
            model: modelName,
            input: [...batch],
            encoding_format: "base64" as const,
            ...(dimensions === null ? {} : { dimensions }),
          };
          const answer = createClient(connection).embeddings.create(request, { signal: callSignal });
          return readEmbeddings(await answer.asResponse(), batch.length);
        }),
      ),
  };
}
