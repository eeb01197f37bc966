import type { ChatModel } from "#inference/chat-model.ts";
import type { ChatModelOptions, ProviderConnection } from "#inference/provider.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import { fromEvent } from "#inference/wire/openai-chat/from-event.ts";
import { streamAnswer } from "#inference/wire/stream-answer.ts";
import { createClient } from "./client.ts";
import { toRequest } from "./to-request.ts";

/** A model that a resource of Azure deploys, by chat completions. */
export function createChatModel(
  connection: ProviderConnection,
  modelName: string,
  options: ChatModelOptions = {},
): ChatModel {
  const timeLimits = { ...TIME_LIMITS, ...options.timeLimits };
  return {
    stream: (request, signal) =>
      streamAnswer(
        {
          modelName,
          apiKey: connection.apiKey,
          timeLimits,
          continues: request.continues,
          fromEvent,
          open: async (callSignal) =>
            createClient(connection)
              .chat.completions.create(toRequest(modelName, request), { signal: callSignal })
              .asResponse(),
        },
        signal,
      ),
  };
}
