/** Texts as vectors, in the order of the texts. `inputTokens` null: the provider did not say. */
export type Embeddings = { vectors: Float32Array[]; inputTokens: number | null };

/** One model that embeds texts, behind one connection. */
export interface EmbeddingModel {
  /**
   * A vector a text, of `dimensions` numbers where the model can choose, else (and for null) of as many as it has.
   * Throws ProviderError for every fault of the provider, and the signal's reason when the caller aborts. Safe to repeat.
   */
  embed(texts: readonly string[], options: { dimensions: number | null }, signal: AbortSignal): Promise<Embeddings>;
}
