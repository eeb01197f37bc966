import type { EmbeddingModel } from "#inference/embedding-model.ts";
import type { ProviderConnection } from "#inference/provider.ts";
import { createOpenaiEmbeddings } from "#inference/wire/openai-embeddings/create-openai-embeddings.ts";
import { createClient } from "./client.ts";

/** Far below OpenAI's own limit, so that an answer stays small. */
const LIMITS = { textsMax: 256, callsMax: 2 };

/** A model of OpenAI that embeds texts. */
export function createEmbeddingModel(connection: ProviderConnection, modelName: string): EmbeddingModel {
  return createOpenaiEmbeddings({
    modelName,
    apiKey: connection.apiKey,
    encoding: "base64",
    limits: LIMITS,
    ask: (request, signal) => createClient(connection).embeddings.create(request, { signal }).asResponse(),
  });
}
