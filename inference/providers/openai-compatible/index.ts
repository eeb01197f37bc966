import type { Provider } from "#inference/provider.ts";
import { createChatModel } from "./chat-model.ts";
import { createEmbeddingModel } from "./embed.ts";
import { listModelNames } from "./list-model-names.ts";

/** Any server that speaks OpenAI's protocol, such as Ollama, LM Studio or vLLM. */
export const openaiCompatible: Provider = { createChatModel, createEmbeddingModel, listModelNames };
