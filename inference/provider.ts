import type { ChatModel } from "./chat-model.ts";

export const PROVIDER_NAMES = ["openai", "anthropic", "openai-compatible", "demo"] as const;
export type ProviderName = (typeof PROVIDER_NAMES)[number];

/** How to reach a provider. `baseUrl` null means the provider's own public address. */
export type ProviderConnection = { provider: ProviderName; baseUrl: string | null; apiKey: string | null };

/** One kind of provider; each folder of `providers/` exports one. */
export interface Provider {
  /** A model by the provider's own name. Dials nothing yet, never throws. */
  createChatModel(connection: ProviderConnection, modelName: string): ChatModel;
  /**
   * The names of the chat models that this connection may use, by a real call: this is how a pasted
   * key is checked. Throws ProviderError. Safe to repeat.
   */
  listModelNames(connection: ProviderConnection, signal: AbortSignal): Promise<string[]>;
}
