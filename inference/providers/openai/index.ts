import type { Provider } from "#inference/provider.ts";
import { createChatModel } from "./chat-model.ts";
import { createEmbeddingModel } from "./embed.ts";
import { listModelNames } from "./list-model-names.ts";

/** OpenAI, at its public address or where `baseUrl` says. */
export const openai: Provider = { createChatModel, createEmbeddingModel, listModelNames };
