import type { Frame } from "./frame.ts";
import type { SimulatedAnswer, SimulatedPiece } from "./simulated-answer.ts";

const INCOMPLETE: Partial<Record<SimulatedAnswer["finishReason"], string>> = {
  length: "max_output_tokens",
  "content-filter": "content_filter",
};

/** An answer as OpenAI streams a response. */
export function writeResponseFrames(answer: SimulatedAnswer, modelName: string): Frame[] {
  const frames: Frame[] = [];
  const push = (kind: Frame["kind"], type: string, fields: object): void => {
    const event = { type, sequence_number: frames.length, ...fields };
    frames.push({ kind, text: `event: ${type}\ndata: ${JSON.stringify(event)}\n\n` });
  };
  const opening = { ...toHead(modelName), status: "in_progress", output: [], usage: null };
  push("start", "response.created", { response: opening });
  push("other", "response.in_progress", { response: opening });
  for (const [index, piece] of answer.pieces.entries()) {
    const place = { output_index: index, item_id: `item_${index}` };
    push("other", "response.output_item.added", { output_index: index, item: toItem(piece, index, false) });
    for (const token of piece.tokens) push("delta", `response.${DELTAS[piece.type]}.delta`, { ...place, delta: token });
    push("other", "response.output_item.done", { output_index: index, item: toItem(piece, index, true) });
  }
  const end = answer.finishReason in INCOMPLETE ? "response.incomplete" : "response.completed";
  push("finish", end, { response: writeResponse(answer, modelName) });
  return frames;
}

/** An answer as OpenAI sends a response in one piece. */
export function writeResponse(answer: SimulatedAnswer, modelName: string): object {
  const reason = INCOMPLETE[answer.finishReason];
  return {
    ...toHead(modelName),
    status: reason === undefined ? "completed" : "incomplete",
    incomplete_details: reason === undefined ? null : { reason },
    output: answer.pieces.map((piece, index) => toItem(piece, index, true)),
    usage: toUsage(answer),
  };
}

/** An error in the middle of a stream, as OpenAI sends one. */
export const RESPONSE_ERROR_FRAME: Frame = {
  kind: "other",
  text: `event: error\ndata: ${JSON.stringify({
    type: "error",
    code: "server_error",
    message: "The server had a simulated error.",
    param: null,
    sequence_number: 99,
  })}\n\n`,
};

const DELTAS = {
  text: "output_text",
  refusal: "refusal",
  reasoning: "reasoning_summary_text",
  "tool-call": "function_call_arguments",
} as const;

function toHead(modelName: string): object {
  return { id: "resp_simulated", object: "response", created_at: 1_790_000_000, model: modelName, error: null };
}

function toItem(piece: SimulatedPiece, index: number, isDone: boolean): object {
  const text = isDone ? piece.tokens.join("") : "";
  const head = { id: `item_${index}`, status: isDone ? "completed" : "in_progress" };
  switch (piece.type) {
    case "text":
      return { ...head, type: "message", role: "assistant", content: [{ type: "output_text", text, annotations: [] }] };
    case "refusal":
      return { ...head, type: "message", role: "assistant", content: [{ type: "refusal", refusal: text }] };
    case "reasoning":
      return { ...head, type: "reasoning", summary: [{ type: "summary_text", text }] };
    case "tool-call":
      return { ...head, type: "function_call", call_id: piece.toolCallId, name: piece.toolName, arguments: text };
  }
}

/** It says nothing of sound, which chat completions count apart. */
function toUsage({ usage }: SimulatedAnswer): object {
  const read = usage.inputTokens + usage.cachedInputTokens + usage.cacheWriteTokens + usage.audioInputTokens;
  const written = usage.outputTokens + usage.reasoningTokens + usage.audioOutputTokens;
  return {
    input_tokens: read,
    input_tokens_details: { cached_tokens: usage.cachedInputTokens, cache_write_tokens: usage.cacheWriteTokens },
    output_tokens: written,
    output_tokens_details: { reasoning_tokens: usage.reasoningTokens },
    total_tokens: read + written,
  };
}
