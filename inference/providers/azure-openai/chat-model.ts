import type { ChatModel, ChatRequest } from "#inference/chat-model.ts";
import type { ChatModelOptions, ProviderConnection } from "#inference/provider.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import { fromEvent as fromChatEvent } from "#inference/wire/openai-chat/from-event.ts";
import { fromEvent as fromResponseEvent } from "#inference/wire/openai-responses/from-event.ts";
import { streamAnswer, type StreamedCall } from "#inference/wire/stream-answer.ts";
import { createClient } from "./client.ts";
import { needsResponses } from "#inference/wire/openai-responses/needs-responses.ts";
import { toRequest } from "./to-request.ts";
import { toResponseRequest } from "./to-response-request.ts";

/**
 * A model that a resource of Azure deploys: by chat completions, or by responses where chat completions refuse what is
 * asked, as far as the deployment is called as its model is.
 */
export function createChatModel(
  connection: ProviderConnection,
  modelName: string,
  options: ChatModelOptions = {},
): ChatModel {
  const timeLimits = { ...TIME_LIMITS, ...options.timeLimits };
  const { apiKey } = connection;
  return {
    stream: (request, signal) => {
      const call = { modelName, apiKey, timeLimits, continues: request.continues };
      const way = needsResponses(modelName, request) ? byResponses : byChat;
      return streamAnswer({ ...call, ...way(connection, modelName, request) }, signal);
    },
  };
}

type Asking = Pick<StreamedCall, "open" | "fromEvent">;

function byChat(connection: ProviderConnection, modelName: string, request: ChatRequest): Asking {
  return {
    fromEvent: fromChatEvent,
    open: async (signal) =>
      createClient(connection).chat.completions.create(toRequest(modelName, request), { signal }).asResponse(),
  };
}

function byResponses(connection: ProviderConnection, modelName: string, request: ChatRequest): Asking {
  return {
    fromEvent: fromResponseEvent,
    open: async (signal) =>
      createClient(connection).responses.create(toResponseRequest(modelName, request), { signal }).asResponse(),
  };
}
