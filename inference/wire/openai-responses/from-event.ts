import type { FinishReason, StreamPart } from "#contracts/stream-part.ts";
import type { Answer } from "#inference/wire/answer.ts";
import type { ServerSentEvent } from "#inference/wire/event-splitter.ts";
import { openToolCall } from "#inference/wire/open-tool-call.ts";
import { parseEventData } from "#inference/wire/parse-event-data.ts";
import { toInBandError } from "#inference/wire/to-in-band-error.ts";
import { responseEventSchema, type ResponseEvent } from "./event.ts";
import { mapUsage } from "./map-usage.ts";
import { readTextEvent } from "./read-text-event.ts";

type EventOf<Type extends ResponseEvent["type"]> = Extract<ResponseEvent, { type: Type }>;

/** The parts of one event of OpenAI's responses; a `FromEvent`. */
export function fromEvent(answer: Answer, { data }: ServerSentEvent): StreamPart[] {
  const event = parseEventData(responseEventSchema, data, readTextEvent);
  if (typeof event === "string") return [{ type: "text-delta", text: event }];
  switch (event.type) {
    case "response.created":
      return start(answer, event.response.model);
    case "response.output_item.added":
      return event.item.type === "function_call" ? startCall(answer, event) : [];
    case "response.output_item.done":
      return endCall(answer, event.output_index);
    case "response.output_text.delta":
      return [{ type: "text-delta", text: event.delta }];
    case "response.refusal.delta":
      return [{ type: "refusal-delta", text: event.delta }];
    case "response.reasoning_summary_part.added":
      return event.summary_index === 0 ? [] : [{ type: "reasoning-delta", text: "\n\n" }];
    case "response.reasoning_summary_text.delta":
    case "response.reasoning_text.delta":
      return [{ type: "reasoning-delta", text: event.delta }];
    case "response.function_call_arguments.delta":
      return extendCall(answer, event);
    case "response.completed":
    case "response.incomplete":
      return end(answer, event.response);
    case "response.failed":
      throw toInBandError(event.response.error, answer.requestId);
    case "error":
      throw toInBandError(event.error ?? event, answer.requestId);
    case "whole":
      return readWhole(answer, event.response);
    case "other":
      return [];
  }
}

function start(answer: Answer, model: string | null | undefined): StreamPart[] {
  if (answer.hasStarted) return [];
  answer.hasStarted = true;
  return [{ type: "response-start", modelName: model || answer.modelName, requestId: answer.requestId }];
}

function startCall(answer: Answer, { output_index: index, item }: EventOf<"response.output_item.added">): StreamPart[] {
  if (answer.openToolCalls.has(index)) return [];
  return [openToolCall(answer, index, { id: item.call_id, name: item.name })];
}

function extendCall(
  answer: Answer,
  { output_index: index, delta }: EventOf<"response.function_call_arguments.delta">,
): StreamPart[] {
  const toolCallId = answer.openToolCalls.get(index);
  return toolCallId === undefined ? [] : [{ type: "tool-call-delta", toolCallId, inputText: delta }];
}

function endCall(answer: Answer, index: number): StreamPart[] {
  const toolCallId = answer.openToolCalls.get(index);
  if (toolCallId === undefined) return [];
  answer.openToolCalls.delete(index);
  return [{ type: "tool-call-end", toolCallId }];
}

type Ending = EventOf<"response.completed">["response"];

/** OpenAI's own last word: nothing follows, whatever it says. */
function end(answer: Answer, { incomplete_details: incomplete, usage }: Ending): StreamPart[] {
  if (usage) answer.usage = mapUsage(usage);
  const hasCalls = answer.toolCallIds.size > 0;
  answer.finishReason = incomplete?.reason ? mapReason(incomplete.reason) : hasCalls ? "tool-calls" : "stop";
  answer.isTerminated = true;
  return [];
}

function mapReason(reason: string): FinishReason {
  if (reason === "max_output_tokens") return "length";
  return reason === "content_filter" ? "content-filter" : "other";
}

function readWhole(answer: Answer, response: EventOf<"whole">["response"]): StreamPart[] {
  if (response.status === "failed") throw toInBandError(response.error, answer.requestId);
  const parts = start(answer, response.model);
  for (const [index, item] of response.output.entries()) parts.push(...readItem(answer, index, item));
  return [...parts, ...end(answer, response)];
}

function readItem(answer: Answer, index: number, item: EventOf<"whole">["response"]["output"][number]): StreamPart[] {
  if (item.type === "function_call") {
    const call = openToolCall(answer, index, { id: item.call_id, name: item.name });
    const input = extendCall(answer, {
      type: "response.function_call_arguments.delta",
      output_index: index,
      delta: item.arguments ?? "",
    });
    return [call, ...input, ...endCall(answer, index)];
  }
  const thoughts = (item.summary ?? []).map(({ text }): StreamPart => ({ type: "reasoning-delta", text: text ?? "" }));
  const said = (item.content ?? []).flatMap(({ text, refusal }): StreamPart[] => [
    ...(text ? [{ type: "text-delta" as const, text }] : []),
    ...(refusal ? [{ type: "refusal-delta" as const, text: refusal }] : []),
  ]);
  return [...thoughts, ...(item.type === "message" ? said : [])];
}
