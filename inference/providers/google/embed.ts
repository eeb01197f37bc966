import type { EmbeddingModel } from "#inference/embedding-model.ts";
import type { ProviderConnection } from "#inference/provider.ts";
import { callWithin } from "#inference/wire/call-within.ts";
import { catchAnswer } from "#inference/wire/gemini/catch-answer.ts";
import { checkModelName } from "#inference/wire/gemini/check-model-name.ts";
import { embedInBatches } from "#inference/wire/embed-in-batches.ts";
import { readEmbeddings } from "#inference/wire/gemini/read-embeddings.ts";
import { createClient } from "./client.ts";

/** Google's limit for one call. */
const LIMITS = { textsMax: 100, callsMax: 2 };

/** A model of the Gemini API that embeds texts. */
export function createEmbeddingModel(connection: ProviderConnection, modelName: string): EmbeddingModel {
  return {
    embed: (texts, { dimensions }, signal) =>
      embedInBatches(texts, LIMITS, (batch) =>
        callWithin(connection, signal, async (callSignal) => {
          const answer = await catchAnswer(async (fetch) => {
            const client = await createClient(connection, fetch);
            return client.models.embedContent({
              model: checkModelName(modelName),
              // As texts alone, newer models would make one vector of all of them.
              contents: batch.map((text) => ({ role: "user", parts: [{ text }] })),
              config: { ...(dimensions === null ? {} : { outputDimensionality: dimensions }), abortSignal: callSignal },
            });
          });
          return readEmbeddings(answer, batch.length);
        }),
      ),
  };
}
