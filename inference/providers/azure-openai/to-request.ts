import type OpenAI from "openai";
import type { ChatRequest } from "#inference/chat-model.ts";
import { toAnswerFormat } from "#inference/wire/openai-chat/to-answer-format.ts";
import { toMessages } from "#inference/wire/openai-chat/to-messages.ts";
import { toReasoningEffort } from "#inference/wire/openai-chat/to-reasoning-effort.ts";
import { toTools } from "#inference/wire/openai-chat/to-tools.ts";

/**
 * Our request as Azure's chat completions want it: streamed, with the usage at the end, and not stored. A deployment
 * that is not called as its model is takes what is asked for as it stands.
 */
export function toRequest(deployment: string, request: ChatRequest): OpenAI.Chat.ChatCompletionCreateParamsStreaming {
  return {
    model: deployment,
    messages: toMessages(request),
    stream: true,
    stream_options: { include_usage: true },
    store: false,
    ...(request.outputTokensMax === null ? {} : { max_completion_tokens: request.outputTokensMax }),
    ...toTools(request),
    ...toAnswerFormat(request),
    ...toReasoningEffort(deployment, request),
  };
}
