import type { Provider } from "#inference/provider.ts";
import { createChatModel } from "./chat-model.ts";
import { listModelNames } from "./list-model-names.ts";

/** The built-in demo model; it needs no network and no key. */
export const demo: Provider = { createChatModel, createEmbeddingModel: () => null, listModelNames };
