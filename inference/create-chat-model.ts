import type { ChatModel } from "./chat-model.ts";
import type { ChatModelOptions, ProviderConnection } from "./provider.ts";
import { findProvider } from "./find-provider.ts";

/** A model of a connection by the provider's own name. Dials nothing yet, never throws. */
export function createChatModel(
  connection: ProviderConnection,
  modelName: string,
  options?: ChatModelOptions,
): ChatModel {
  return findProvider(connection.provider).createChatModel(connection, modelName, options);
}
