import type { StreamPart } from "#contracts/stream-part.ts";
import type { Answer } from "./answer.ts";

type Announced = { id?: string | null | undefined; name?: string | null | undefined };

/** Opens a tool call at its place of the answer, by an id that no other call of the answer has. */
export function openToolCall(answer: Answer, index: number, { id, name }: Announced): StreamPart {
  const wanted = id || `call-${index}`;
  const toolCallId = answer.toolCallIds.has(wanted) ? `${wanted}-${answer.toolCallIds.size}` : wanted;
  answer.toolCallIds.add(toolCallId);
  answer.openToolCalls.set(index, toolCallId);
  return { type: "tool-call-start", toolCallId, toolName: name ?? "" };
}
