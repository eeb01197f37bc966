import type { EmbeddingModel } from "#inference/embedding-model.ts";
import type { ProviderConnection } from "#inference/provider.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import { callWithin } from "#inference/wire/call-within.ts";
import { catchAnswer } from "#inference/wire/gemini/catch-answer.ts";
import { embedInBatches } from "#inference/wire/embed-in-batches.ts";
import { readEmbeddings } from "#inference/wire/gemini/read-embeddings.ts";
import { writeEmbedRequest } from "#inference/wire/gemini/write-embed-request.ts";
import { createClient } from "./client.ts";

/** Google's limit for one call. */
const LIMITS = { textsMax: 100, callsMax: 2 };

/** A model of the Gemini API that embeds texts. */
export function createEmbeddingModel(connection: ProviderConnection, modelName: string): EmbeddingModel {
  const within = { apiKey: connection.apiKey, limitMs: TIME_LIMITS.embedMs };
  return {
    embed: (texts, { dimensions }, signal) =>
      embedInBatches(texts, LIMITS, (batch) =>
        callWithin(within, signal, async (callSignal) => {
          const request = writeEmbedRequest(modelName, batch, dimensions);
          const answer = await catchAnswer(async (fetch) => {
            const { models } = await createClient(connection, fetch);
            return models.embedContent({ ...request, config: { ...request.config, abortSignal: callSignal } });
          });
          return readEmbeddings(answer, batch.length);
        }),
      ),
  };
}
