import type { StreamPart } from "#contracts/stream-part.ts";
import type { Answer } from "#inference/wire/answer.ts";
import type { ChunkDelta } from "./chunk.ts";

/** The parts of a chunk's tool calls. A call opens with the first chunk of its index, and ends with the answer. */
export function readToolCalls(answer: Answer, toolCalls: NonNullable<ChunkDelta["tool_calls"]>): StreamPart[] {
  const parts: StreamPart[] = [];
  for (const [place, toolCall] of toolCalls.entries()) {
    const index = toolCall.index ?? place;
    let toolCallId = answer.openToolCalls.get(index);
    if (toolCallId === undefined) {
      toolCallId = toolCall.id ?? `call-${index}`;
      answer.openToolCalls.set(index, toolCallId);
      parts.push({ type: "tool-call-start", toolCallId, toolName: toolCall.function?.name ?? "" });
    }
    const inputText = toolCall.function?.arguments;
    if (inputText) parts.push({ type: "tool-call-delta", toolCallId, inputText });
  }
  return parts;
}
