import type { EmbeddingModel } from "#inference/embedding-model.ts";
import type { ProviderConnection } from "#inference/provider.ts";
import { createOpenaiEmbeddings } from "#inference/wire/openai-embeddings/create-openai-embeddings.ts";
import { createClient } from "./client.ts";

/** A small server computes one call after the other, and writes its numbers out. */
const LIMITS = { textsMax: 64, callsMax: 1 };

/** A model of any server that speaks OpenAI's embeddings. */
export function createEmbeddingModel(connection: ProviderConnection, modelName: string): EmbeddingModel {
  return createOpenaiEmbeddings({
    modelName,
    apiKey: connection.apiKey,
    encoding: "float",
    limits: LIMITS,
    ask: (request, signal) => createClient(connection).embeddings.create(request, { signal }).asResponse(),
  });
}
