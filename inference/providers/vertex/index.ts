import type { Provider } from "#inference/provider.ts";
import { createChatModel } from "./chat-model.ts";
import { createEmbeddingModel } from "./embed.ts";
import { listModelNames } from "./list-model-names.ts";

/** Google's cloud by a service account: Gemini and Claude, in a project and a region. */
export const vertex: Provider = { createChatModel, createEmbeddingModel, listModelNames };
