import type { StreamPart } from "#contracts/stream-part.ts";
import type { Answer } from "#inference/wire/answer.ts";
import type { ServerSentEvent } from "#inference/wire/event-splitter.ts";
import { openToolCall } from "#inference/wire/open-tool-call.ts";
import { parseEventData } from "#inference/wire/parse-event-data.ts";
import { toInBandError } from "#inference/wire/to-in-band-error.ts";
import { messageEventSchema, type MessageEvent } from "./event.ts";
import { mapFinishReason } from "./map-finish-reason.ts";
import { mapUsage } from "./map-usage.ts";
import { readTextEvent } from "./read-text-event.ts";

type EventOf<Type extends MessageEvent["type"]> = Extract<MessageEvent, { type: Type }>;

/** The parts of one event of Anthropic's messages API; a `FromEvent`. */
export function fromEvent(answer: Answer, { data }: ServerSentEvent): StreamPart[] {
  const event = parseEventData(messageEventSchema, data, readTextEvent);
  if (typeof event === "string") return [{ type: "text-delta", text: event }];
  switch (event.type) {
    case "message_start":
      return startMessage(answer, event);
    case "content_block_start":
      return startBlock(answer, event);
    case "content_block_delta":
      return extendBlock(answer, event);
    case "content_block_stop":
      return endBlock(answer, event);
    case "message_delta":
      return endMessage(answer, event);
    case "message_stop":
      answer.isTerminated = true;
      return [];
    case "message":
      return readWholeMessage(answer, event);
    case "error":
      throw toInBandError(event.error, answer.requestId);
    case "other":
      return [];
  }
}

function startMessage(answer: Answer, { message }: EventOf<"message_start">): StreamPart[] {
  answer.usage = mapUsage(message.usage, answer.usage);
  if (answer.hasStarted) return [];
  answer.hasStarted = true;
  return [{ type: "response-start", modelName: message.model ?? answer.modelName, requestId: answer.requestId }];
}

function startBlock(answer: Answer, { index, content_block: block }: EventOf<"content_block_start">): StreamPart[] {
  if (block.type === "text") return [{ type: "text-delta", text: block.text ?? "" }];
  if (block.type === "thinking") return [{ type: "reasoning-delta", text: block.thinking ?? "" }];
  if (block.type !== "tool_use" || answer.openToolCalls.has(index)) return [];
  return [openToolCall(answer, index, block)];
}

function extendBlock(answer: Answer, { index, delta }: EventOf<"content_block_delta">): StreamPart[] {
  if (delta.type === "text_delta") return [{ type: "text-delta", text: delta.text ?? "" }];
  if (delta.type === "thinking_delta") return [{ type: "reasoning-delta", text: delta.thinking ?? "" }];
  const toolCallId = answer.openToolCalls.get(index);
  if (delta.type !== "input_json_delta" || toolCallId === undefined) return [];
  return [{ type: "tool-call-delta", toolCallId, inputText: delta.partial_json ?? "" }];
}

function endBlock(answer: Answer, { index }: EventOf<"content_block_stop">): StreamPart[] {
  const toolCallId = answer.openToolCalls.get(index);
  if (toolCallId === undefined) return [];
  answer.openToolCalls.delete(index);
  return [{ type: "tool-call-end", toolCallId }];
}

/** A whole message is the events that would have told it. */
function readWholeMessage(answer: Answer, { model, content, usage, ...delta }: EventOf<"message">): StreamPart[] {
  const parts = startMessage(answer, { type: "message_start", message: { model, usage } });
  for (const [index, { input, ...block }] of content.entries()) {
    parts.push(...startBlock(answer, { type: "content_block_start", index, content_block: block }));
    const toolCallId = answer.openToolCalls.get(index);
    if (toolCallId !== undefined)
      parts.push({ type: "tool-call-delta", toolCallId, inputText: JSON.stringify(input ?? {}) });
    parts.push(...endBlock(answer, { type: "content_block_stop", index }));
  }
  parts.push(...endMessage(answer, { type: "message_delta", delta, usage: null }));
  answer.isTerminated = true;
  return parts;
}

function endMessage(answer: Answer, { delta, usage }: EventOf<"message_delta">): StreamPart[] {
  answer.usage = mapUsage(usage, answer.usage);
  if (!delta.stop_reason) return [];
  answer.finishReason = mapFinishReason(delta.stop_reason);
  const explanation = delta.stop_details?.explanation;
  return delta.stop_reason === "refusal" && explanation ? [{ type: "refusal-delta", text: explanation }] : [];
}
