import type OpenAI from "openai";
import type { ChatRequest } from "#inference/chat-model.ts";
import { writeTurns } from "#inference/continue/write-turns.ts";
import { turnText } from "#inference/turn-text.ts";

/** Our request as Azure's chat completions want it: streamed, with the usage at the end, and not stored. */
export function toRequest(modelName: string, request: ChatRequest): OpenAI.Chat.ChatCompletionCreateParamsStreaming {
  const turns = writeTurns(request).map((turn) => ({ role: turn.role, content: turnText(turn) }));
  return {
    model: modelName,
    messages: request.system === null ? turns : [{ role: "system", content: request.system }, ...turns],
    stream: true,
    stream_options: { include_usage: true },
    store: false,
    ...(request.outputTokensMax === null ? {} : { max_completion_tokens: request.outputTokensMax }),
  };
}
