import { randomUUID } from "node:crypto";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { Answer } from "#inference/wire/answer.ts";
import { openToolCall } from "#inference/wire/open-tool-call.ts";
import type { ChunkPart } from "./chunk.ts";

/** What happens with the signature that comes with a call. */
export type OnSignature = (toolCallId: string, signature: string) => void;

/**
 * The parts of a function call, which Gemini sends whole. One without an id gets one that no other
 * call of the whole conversation has: other providers refuse a history in which two calls share one.
 */
export function readFunctionCall(
  answer: Answer,
  { functionCall: call, thoughtSignature: signature }: ChunkPart,
  onSignature: OnSignature,
): StreamPart[] {
  const place = answer.toolCallIds.size;
  const start = openToolCall(answer, place, { id: call?.id || `call_${randomUUID()}`, name: call?.name });
  const toolCallId = answer.openToolCalls.get(place) ?? "";
  answer.openToolCalls.delete(place);
  const inputText = JSON.stringify(call?.args ?? {});
  if (signature) onSignature(toolCallId, signature);
  return [start, { type: "tool-call-delta", toolCallId, inputText }, { type: "tool-call-end", toolCallId }];
}
