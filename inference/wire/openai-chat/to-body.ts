import type { ChatRequest } from "#inference/chat-model.ts";
import { toAnswerFormat } from "./to-answer-format.ts";
import { toMessages } from "./to-messages.ts";
import { toReasoningEffort } from "./to-reasoning-effort.ts";
import { toTools } from "./to-tools.ts";

/** Our request as OpenAI's own chat completions want it, at OpenAI and at Azure: streamed, with the usage at the end, and not stored. */
export function toBody(modelName: string, request: ChatRequest) {
  return {
    model: modelName,
    messages: toMessages(request),
    stream: true as const,
    stream_options: { include_usage: true },
    store: false,
    ...(request.outputTokensMax === null ? {} : { max_completion_tokens: request.outputTokensMax }),
    ...toTools(request),
    ...toAnswerFormat(request),
    ...toReasoningEffort(modelName, request),
  };
}
