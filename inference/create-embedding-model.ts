import type { EmbeddingModel } from "./embedding-model.ts";
import { findProvider } from "./find-provider.ts";
import type { ProviderConnection } from "./provider.ts";

/** A model of a connection that embeds texts, by the provider's own name; null where the provider has none. Dials nothing yet, never throws. */
export function createEmbeddingModel(connection: ProviderConnection, modelName: string): EmbeddingModel | null {
  return findProvider(connection.provider).createEmbeddingModel(connection, modelName);
}
