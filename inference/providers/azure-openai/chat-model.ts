import type { ChatModel } from "#inference/chat-model.ts";
import type { ChatModelOptions, ProviderConnection } from "#inference/provider.ts";
import { createOpenaiModel } from "#inference/wire/openai-responses/create-openai-model.ts";
import { createClient } from "./client.ts";
import { toRequest } from "./to-request.ts";
import { toResponseRequest } from "./to-response-request.ts";

/** A model that a resource of Azure deploys: by responses as far as the deployment is called as its model is. */
export function createChatModel(
  connection: ProviderConnection,
  modelName: string,
  options: ChatModelOptions = {},
): ChatModel {
  return createOpenaiModel(
    {
      modelName,
      apiKey: connection.apiKey,
      byChat: (request, signal) =>
        createClient(connection).chat.completions.create(toRequest(modelName, request), { signal }).asResponse(),
      byResponses: (request, signal) =>
        createClient(connection).responses.create(toResponseRequest(modelName, request), { signal }).asResponse(),
    },
    options,
  );
}
