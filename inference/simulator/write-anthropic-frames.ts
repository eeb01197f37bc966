import type { Frame } from "./frame.ts";
import type { SimulatedAnswer, SimulatedPiece } from "./simulated-answer.ts";

const STOP_REASONS = {
  stop: "end_turn",
  length: "max_tokens",
  "content-filter": "refusal",
  "tool-calls": "tool_use",
} as const;

/** An answer as Anthropic streams a message. */
export function writeAnthropicFrames(answer: SimulatedAnswer, modelName: string): Frame[] {
  const frames: Frame[] = [
    { kind: "start", text: writeEvent({ type: "message_start", message: writeEmptyMessage(answer, modelName) }) },
    { kind: "other", text: writeEvent({ type: "ping" }) },
  ];
  const blocks = answer.pieces.filter((piece) => piece.type !== "refusal");
  for (const [index, piece] of blocks.entries()) frames.push(...writeBlock(piece, index));
  const delta = {
    stop_reason: STOP_REASONS[answer.finishReason],
    stop_sequence: null,
    stop_details: toDetails(answer),
  };
  const usage = writeOutputUsage(answer);
  frames.push({ kind: "finish", text: writeEvent({ type: "message_delta", delta, usage }) });
  frames.push({ kind: "end", text: writeEvent({ type: "message_stop" }) });
  return frames;
}

/** An answer as Anthropic sends a message in one piece. */
export function writeAnthropicMessage(answer: SimulatedAnswer, modelName: string): object {
  const blocks = answer.pieces.filter((piece) => piece.type !== "refusal");
  const { usage, ...message } = writeEmptyMessage(answer, modelName);
  return {
    ...message,
    content: blocks.map(writeWholeBlock),
    stop_reason: STOP_REASONS[answer.finishReason],
    stop_details: toDetails(answer),
    usage: { ...usage, ...writeOutputUsage(answer) },
  };
}

function writeWholeBlock(piece: SimulatedPiece): object {
  const text = piece.tokens.join("");
  switch (piece.type) {
    case "text":
    case "refusal":
      return { type: "text", text };
    case "reasoning":
      return { type: "thinking", thinking: text, signature: "c2lnbmVk" };
    case "tool-call":
      return { type: "tool_use", id: piece.toolCallId, name: piece.toolName, input: JSON.parse(text) };
  }
}

/** An error in the middle of a stream, as Anthropic sends one. */
export const ANTHROPIC_ERROR_FRAME: Frame = {
  kind: "other",
  text: writeEvent({ type: "error", error: { type: "overloaded_error", message: "Overloaded, simulated." } }),
};

function writeEvent(event: { type: string; [field: string]: unknown }): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

function writeOutputUsage({ usage }: SimulatedAnswer): object {
  return {
    output_tokens: usage.outputTokens + usage.reasoningTokens + usage.audioOutputTokens,
    output_tokens_details: { thinking_tokens: usage.reasoningTokens },
  };
}

function writeEmptyMessage({ usage }: SimulatedAnswer, modelName: string): { usage: object; [field: string]: unknown } {
  return {
    id: "msg_simulated",
    type: "message",
    role: "assistant",
    model: modelName,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: {
      // Anthropic hears nothing, so that sound has no count of its own.
      input_tokens: usage.inputTokens + usage.audioInputTokens,
      cache_creation_input_tokens: usage.cacheWriteTokens,
      cache_read_input_tokens: usage.cachedInputTokens,
      output_tokens: 1,
    },
  };
}

function writeBlock(piece: SimulatedPiece, index: number): Frame[] {
  const { block, toDelta } = describeBlock(piece);
  return [
    { kind: "other", text: writeEvent({ type: "content_block_start", index, content_block: block }) },
    ...piece.tokens.map((token): Frame => ({
      kind: "delta",
      text: writeEvent({ type: "content_block_delta", index, delta: toDelta(token) }),
    })),
    { kind: "other", text: writeEvent({ type: "content_block_stop", index }) },
  ];
}

function describeBlock(piece: SimulatedPiece): { block: object; toDelta: (token: string) => object } {
  switch (piece.type) {
    case "text":
    case "refusal":
      return { block: { type: "text", text: "" }, toDelta: (text) => ({ type: "text_delta", text }) };
    case "reasoning":
      return {
        block: { type: "thinking", thinking: "", signature: "" },
        toDelta: (thinking) => ({ type: "thinking_delta", thinking }),
      };
    case "tool-call":
      return {
        block: { type: "tool_use", id: piece.toolCallId, name: piece.toolName, input: {} },
        toDelta: (json) => ({ type: "input_json_delta", partial_json: json }),
      };
  }
}

function toDetails(answer: SimulatedAnswer): object | null {
  const refusal = answer.pieces.find((piece) => piece.type === "refusal");
  return refusal === undefined ? null : { type: "refusal", category: null, explanation: refusal.tokens.join("") };
}
