import type OpenAI from "openai";
import type { ChatRequest } from "#inference/chat-model.ts";
import { toBody } from "#inference/wire/openai-responses/to-body.ts";

/** Our request as the responses of Azure want it: streamed and not stored. */
export function toResponseRequest(
  deployment: string,
  request: ChatRequest,
): OpenAI.Responses.ResponseCreateParamsStreaming {
  return toBody(deployment, request);
}
