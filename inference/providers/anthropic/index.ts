import type { Provider } from "#inference/provider.ts";
import { createChatModel } from "./chat-model.ts";
import { listModelNames } from "./list-model-names.ts";

/** Anthropic, at its public address or where `baseUrl` says. */
export const anthropic: Provider = { createChatModel, createEmbeddingModel: () => null, listModelNames };
