import type OpenAI from "openai";
import type { ChatRequest } from "#inference/chat-model.ts";
import { toAnswerFormat } from "#inference/wire/openai-chat/to-answer-format.ts";
import { toMessages } from "#inference/wire/openai-chat/to-messages.ts";
import { toTools } from "#inference/wire/openai-chat/to-tools.ts";

/**
 * Our request as compatible servers want it: only the fields that the oldest of them know, so
 * `max_tokens` and no `store`, and of the others only what is asked for.
 */
export function toRequest(modelName: string, request: ChatRequest): OpenAI.Chat.ChatCompletionCreateParamsStreaming {
  return {
    model: modelName,
    messages: toMessages(request),
    stream: true,
    stream_options: { include_usage: true },
    ...(request.outputTokensMax === null ? {} : { max_tokens: request.outputTokensMax }),
    ...toTools(request),
    ...toAnswerFormat(request),
    ...(request.reasoningEffort === null ? {} : { reasoning_effort: request.reasoningEffort }),
  };
}
