import type { EmbeddingModel } from "#inference/embedding-model.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import { callWithin } from "#inference/wire/call-within.ts";
import { type BatchLimits, embedInBatches } from "#inference/wire/embed-in-batches.ts";
import { readEmbeddings } from "./read-embeddings.ts";

type EmbeddingRequest = { model: string; input: string[]; encoding_format: "base64" | "float"; dimensions?: number };

/** A model that speaks OpenAI's embeddings. `encoding`: small servers know numbers alone. `ask` makes one call by an SDK. */
export type OpenaiEmbeddings = {
  modelName: string;
  apiKey: string | null;
  encoding: EmbeddingRequest["encoding_format"];
  limits: BatchLimits;
  ask: (request: EmbeddingRequest, signal: AbortSignal) => Promise<Response>;
};

/** Embeds texts in as many calls as the limits demand. */
export function createOpenaiEmbeddings({ modelName, apiKey, encoding, limits, ask }: OpenaiEmbeddings): EmbeddingModel {
  const within = { apiKey, limitMs: TIME_LIMITS.embedMs };
  return {
    embed: (texts, { dimensions }, signal) =>
      embedInBatches(texts, limits, (batch) =>
        callWithin(within, signal, async (callSignal) => {
          const request = { model: modelName, input: [...batch], encoding_format: encoding };
          const answer = await ask({ ...request, ...(dimensions === null ? {} : { dimensions }) }, callSignal);
          return readEmbeddings(answer, batch.length);
        }),
      ),
  };
}
