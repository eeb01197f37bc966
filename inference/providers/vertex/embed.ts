import type { EmbeddingModel } from "#inference/embedding-model.ts";
import type { ProviderConnection } from "#inference/provider.ts";
import { callWithin } from "#inference/wire/call-within.ts";
import { catchAnswer } from "#inference/wire/gemini/catch-answer.ts";
import { checkModelName } from "#inference/wire/gemini/check-model-name.ts";
import { embedInBatches } from "#inference/wire/embed-in-batches.ts";
import { readEmbeddings } from "#inference/wire/gemini/read-embeddings.ts";
import { authorise } from "./authorise.ts";
import { createClient } from "./client.ts";

/** Outside of one region five texts a call are the most. */
const LIMITS = { textsMax: 5, callsMax: 4 };

/** The newer models take one. */
const GEMINI_LIMITS = { textsMax: 1, callsMax: 8 };

/** A model on Vertex that embeds texts. */
export function createEmbeddingModel(connection: ProviderConnection, modelName: string): EmbeddingModel {
  return {
    embed: (texts, { dimensions }, signal) =>
      embedInBatches(texts, modelName.startsWith("gemini-") ? GEMINI_LIMITS : LIMITS, (batch) =>
        callWithin(connection, signal, async (callSignal) => {
          const authorisation = await authorise(connection, callSignal);
          const answer = await catchAnswer(async (fetch) => {
            const client = await createClient(authorisation, fetch);
            return client.models.embedContent({
              model: checkModelName(modelName),
              contents: batch.map((text) => ({ role: "user", parts: [{ text }] })),
              config: { ...(dimensions === null ? {} : { outputDimensionality: dimensions }), abortSignal: callSignal },
            });
          });
          return readEmbeddings(answer, batch.length);
        }),
      ),
  };
}
