import type { Provider } from "#inference/provider.ts";
import { createChatModel } from "./chat-model.ts";
import { createEmbeddingModel } from "./embed.ts";
import { listModelNames } from "./list-model-names.ts";

/** OpenAI's models in a resource of Azure: `baseUrl` is its endpoint, and models are named by their deployments. */
export const azureOpenai: Provider = { createChatModel, createEmbeddingModel, listModelNames };
