import { findProvider } from "./find-provider.ts";
import type { ProviderConnection } from "./provider.ts";

/**
 * The names of the chat models that a connection may use, by a real call of at most
 * `TIME_LIMITS.listModelsMs`: this is how a pasted key is checked. Throws ProviderError, or the
 * signal's reason when the caller aborts. Safe to repeat.
 */
export async function listModelNames(connection: ProviderConnection, signal: AbortSignal): Promise<string[]> {
  return findProvider(connection.provider).listModelNames(connection, signal);
}
