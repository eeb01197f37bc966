import type OpenAI from "openai";
import type { ChatRequest } from "#inference/chat-model.ts";
import { toBody } from "#inference/wire/openai-chat/to-body.ts";

/**
 * Our request as Azure's chat completions want it. A deployment that is not called as its model is takes what is asked
 * for as it stands.
 */
export function toRequest(deployment: string, request: ChatRequest): OpenAI.Chat.ChatCompletionCreateParamsStreaming {
  return toBody(deployment, request);
}
