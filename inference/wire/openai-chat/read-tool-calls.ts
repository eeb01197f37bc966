import type { StreamPart } from "#contracts/stream-part.ts";
import type { Answer } from "#inference/wire/answer.ts";
import { openToolCall } from "#inference/wire/open-tool-call.ts";
import type { ChunkDelta } from "./chunk.ts";

type ToolCallDelta = NonNullable<ChunkDelta["tool_calls"]>[number];

/** The parts of a chunk's tool calls. A call opens with the first chunk of its index, and ends with the answer. */
export function readToolCalls(answer: Answer, toolCalls: readonly ToolCallDelta[]): StreamPart[] {
  return toolCalls.flatMap((toolCall, place) => readToolCall(answer, toolCall, toolCall.index ?? place));
}

function readToolCall(answer: Answer, { id, function: called }: ToolCallDelta, index: number): StreamPart[] {
  const parts: StreamPart[] = [];
  const open = answer.openToolCalls.get(index);
  // Some servers give every call the index 0: another id with a name is another call.
  if (open === undefined || (id && called?.name && id !== open)) {
    if (open !== undefined) parts.push({ type: "tool-call-end", toolCallId: open });
    parts.push(openToolCall(answer, index, { id, name: called?.name }));
  }
  const toolCallId = answer.openToolCalls.get(index);
  const inputText = called?.arguments;
  if (toolCallId !== undefined && inputText) parts.push({ type: "tool-call-delta", toolCallId, inputText });
  return parts;
}
