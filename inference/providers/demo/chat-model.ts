import type { StreamPart } from "#contracts/stream-part.ts";
import type { ChatModel, ChatRequest } from "#inference/chat-model.ts";
import type { ChatModelOptions, ProviderConnection } from "#inference/provider.ts";
import { DEMO_WORD_MS, playWords } from "./client.ts";
import { toRequest } from "./to-request.ts";
import { writeAnswer } from "./write-answer.ts";

/** The built-in demonstration: it answers at once, costs nothing, and says that it is no model. */
export function createChatModel(
  _connection: ProviderConnection,
  modelName: string,
  options: ChatModelOptions = {},
): ChatModel {
  const wordMs = options.demoWordMs ?? DEMO_WORD_MS;
  return {
    async *stream(request: ChatRequest, signal: AbortSignal): AsyncGenerator<StreamPart> {
      if (signal.aborted) return;
      yield { type: "response-start", modelName, requestId: null };
      for await (const text of playWords(writeAnswer(toRequest(request)), wordMs, signal)) {
        yield { type: "text-delta", text };
      }
      if (signal.aborted) return;
      yield {
        type: "usage",
        usage: {
          inputTokens: 0,
          cachedInputTokens: 0,
          cacheWriteTokens: 0,
          outputTokens: 0,
          reasoningTokens: 0,
          audioInputTokens: 0,
          audioOutputTokens: 0,
        },
      };
      yield { type: "finish", reason: "stop" };
    },
  };
}
