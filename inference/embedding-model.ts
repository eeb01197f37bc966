/** Texts as vectors, in the order of the texts. `inputTokens` null: the provider did not say. */
export type Embeddings = { vectors: Float32Array[]; inputTokens: number | null };

/** One model that embeds texts, behind one connection. */
export interface EmbeddingModel {
  /**
   * A vector a text, of `dimensions` numbers, or for null of as many as the model has; one that cannot choose may refuse.
   * Throws ProviderError for every fault of the provider, and the signal's reason when the caller aborts. Safe to repeat.
   */
  embed(texts: readonly string[], options: { dimensions: number | null }, signal: AbortSignal): Promise<Embeddings>;
}
