import type { Provider } from "#inference/provider.ts";
import { createChatModel } from "./chat-model.ts";
import { createEmbeddingModel } from "./embed.ts";
import { listModelNames } from "./list-model-names.ts";

/** Google by a key, which is the Gemini API, at its public address or where `baseUrl` says. */
export const google: Provider = { createChatModel, createEmbeddingModel, listModelNames };
