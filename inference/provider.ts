import type { ChatModel } from "./chat-model.ts";
import type { EmbeddingModel } from "./embedding-model.ts";
import type { TimeLimits } from "./time-limits.ts";

/** The kinds of provider there are; `demo` is built in. */
export type ProviderName = "openai" | "anthropic" | "azure-openai" | "google" | "vertex" | "openai-compatible" | "demo";

/**
 * How to reach a provider. `baseUrl` null means the provider's own public address; for `azure-openai` it is the endpoint
 * of the resource, and model names are names of its deployments. `project` and `region` are for clouds that have them.
 */
export type ProviderConnection = {
  provider: ProviderName;
  baseUrl: string | null;
  apiKey: string | null;
  project: string | null;
  region: string | null;
};

/** What a caller may set otherwise than `TIME_LIMITS` and the demo's own pace say; tests do. */
export type ChatModelOptions = { timeLimits?: Partial<TimeLimits>; demoWordMs?: number };

/** One kind of provider; each folder of `providers/` exports one. */
export interface Provider {
  /** A model by the provider's own name. Dials nothing yet, never throws. */
  createChatModel(connection: ProviderConnection, modelName: string, options?: ChatModelOptions): ChatModel;
  /** A model that embeds texts, by the provider's own name; null where the provider has none. Dials nothing yet, never throws. */
  createEmbeddingModel(connection: ProviderConnection, modelName: string): EmbeddingModel | null;
  /**
   * The names of the chat models that this connection may use, by a real call: this is how a pasted
   * key is checked. Throws ProviderError. Safe to repeat.
   */
  listModelNames(connection: ProviderConnection, signal: AbortSignal): Promise<string[]>;
}
