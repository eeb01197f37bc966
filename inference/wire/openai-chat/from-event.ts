import type { StreamPart } from "#contracts/stream-part.ts";
import type { Answer } from "#inference/wire/answer.ts";
import type { ServerSentEvent } from "#inference/wire/event-splitter.ts";
import { parseEventData } from "#inference/wire/parse-event-data.ts";
import { toInBandError } from "#inference/wire/to-in-band-error.ts";
import { chunkSchema, type ChunkDelta, type ContentPart } from "./chunk.ts";
import { mapFinishReason } from "./map-finish-reason.ts";
import { mapUsage } from "./map-usage.ts";
import { readTextChunk } from "./read-text-chunk.ts";
import { readToolCalls } from "./read-tool-calls.ts";

/** Longer data cannot be the last word with blanks around it. */
const DONE_LENGTH_MAX = 32;

/** The parts of one event of a chat completion; a `FromEvent`. */
export function fromEvent(answer: Answer, { event, data }: ServerSentEvent): StreamPart[] {
  if (data === "[DONE]" || (data.length < DONE_LENGTH_MAX && data.trim() === "[DONE]")) {
    answer.isTerminated = true;
    return [];
  }
  const canBeText = answer.hasStarted && event !== "error";
  const chunk = parseEventData(chunkSchema, data, canBeText ? readTextChunk : readNone);
  if (typeof chunk === "string") return [{ type: "text-delta", text: chunk }];
  if (event === "error" || (chunk.error !== undefined && chunk.error !== null)) {
    throw toInBandError(chunk.error ?? data, answer.requestId);
  }
  // Azure says first what its filter made of the question; the answer, and its model's name, are still to come.
  if (chunk.prompt_filter_results !== undefined && !chunk.choices?.length) return [];
  const parts: StreamPart[] = [];
  if (!answer.hasStarted) {
    answer.hasStarted = true;
    parts.push({ type: "response-start", modelName: chunk.model || answer.modelName, requestId: answer.requestId });
  }
  // Only one answer is asked for: a choice with another index is not ours.
  const choice = chunk.choices?.find(({ index }) => (index ?? 0) === 0);
  const delta = choice?.delta ?? choice?.message;
  if (delta) parts.push(...fromDelta(answer, delta));
  if (choice?.finish_reason) answer.finishReason = mapFinishReason(choice.finish_reason);
  if (chunk.usage) answer.usage = mapUsage(chunk.usage);
  return parts;
}

/** The first chunk and an error say more than their text. */
function readNone(): null {
  return null;
}

function fromDelta(answer: Answer, delta: ChunkDelta): StreamPart[] {
  const parts: StreamPart[] = [];
  const reasoning = delta.reasoning_content || delta.reasoning;
  if (reasoning) parts.push({ type: "reasoning-delta", text: reasoning });
  if (typeof delta.content === "string") parts.push({ type: "text-delta", text: delta.content });
  else if (delta.content) parts.push(...delta.content.flatMap(fromContentPart));
  if (delta.refusal) parts.push({ type: "refusal-delta", text: delta.refusal });
  if (delta.tool_calls) parts.push(...readToolCalls(answer, delta.tool_calls));
  return parts;
}

function fromContentPart({ text, thinking }: ContentPart): StreamPart[] {
  const thoughts = (thinking ?? []).map((thought): StreamPart => ({
    type: "reasoning-delta",
    text: thought.text ?? "",
  }));
  return text ? [...thoughts, { type: "text-delta", text }] : thoughts;
}
