import type Anthropic from "@anthropic-ai/sdk";
import type { ChatRequest } from "#inference/chat-model.ts";
import { toBody } from "#inference/wire/anthropic-messages/to-body.ts";

/** Our request as Vertex wants it of a Claude, streamed. */
export function toClaudeRequest(modelName: string, request: ChatRequest): Anthropic.MessageCreateParamsStreaming {
  return toBody(modelName, request);
}
