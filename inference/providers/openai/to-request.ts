import type OpenAI from "openai";
import type { ChatRequest } from "#inference/chat-model.ts";
import { toBody } from "#inference/wire/openai-chat/to-body.ts";

/** Our request as OpenAI's chat completions want it. */
export function toRequest(modelName: string, request: ChatRequest): OpenAI.Chat.ChatCompletionCreateParamsStreaming {
  return toBody(modelName, request);
}
