import type OpenAI from "openai";
import type { ChatRequest } from "#inference/chat-model.ts";
import { toAnswerFormat } from "#inference/wire/openai-chat/to-answer-format.ts";
import { toMessages } from "#inference/wire/openai-chat/to-messages.ts";
import { toReasoningEffort } from "#inference/wire/openai-chat/to-reasoning-effort.ts";
import { toTools } from "#inference/wire/openai-chat/to-tools.ts";

/** Our request as OpenAI's chat completions want it: streamed, with the usage at the end, and not stored. */
export function toRequest(modelName: string, request: ChatRequest): OpenAI.Chat.ChatCompletionCreateParamsStreaming {
  return {
    model: modelName,
    messages: toMessages(request),
    stream: true,
    stream_options: { include_usage: true },
    store: false,
    ...(request.outputTokensMax === null ? {} : { max_completion_tokens: request.outputTokensMax }),
    ...toTools(request),
    ...toAnswerFormat(request),
    ...toReasoningEffort(modelName, request),
  };
}
