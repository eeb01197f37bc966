import type { EmbeddingModel } from "#inference/embedding-model.ts";
import type { ProviderConnection } from "#inference/provider.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import { callWithin } from "#inference/wire/call-within.ts";
import { catchAnswer } from "#inference/wire/gemini/catch-answer.ts";
import { embedInBatches } from "#inference/wire/embed-in-batches.ts";
import { readEmbeddings } from "#inference/wire/gemini/read-embeddings.ts";
import { writeEmbedRequest } from "#inference/wire/gemini/write-embed-request.ts";
import { callAuthorised } from "./call-authorised.ts";
import { createClient } from "./client.ts";

/** Outside of one region five texts a call are the most. */
const LIMITS = { textsMax: 5, callsMax: 4 };

/** The newer models take one. */
const GEMINI_LIMITS = { textsMax: 1, callsMax: 8 };

/** A model on Vertex that embeds texts. */
export function createEmbeddingModel(connection: ProviderConnection, modelName: string): EmbeddingModel {
  const within = { apiKey: connection.apiKey, limitMs: TIME_LIMITS.embedMs };
  const limits = modelName.startsWith("gemini-") ? GEMINI_LIMITS : LIMITS;
  return {
    embed: (texts, { dimensions }, signal) =>
      embedInBatches(texts, limits, (batch) =>
        callWithin(within, signal, (callSignal) =>
          callAuthorised(connection, callSignal, async (authorisation) => {
            const request = writeEmbedRequest(modelName, batch, dimensions);
            const answer = await catchAnswer(async (fetch) => {
              const { models } = await createClient(authorisation, fetch);
              return models.embedContent({ ...request, config: { ...request.config, abortSignal: callSignal } });
            });
            return readEmbeddings(answer, batch.length);
          }),
        ),
      ),
  };
}
