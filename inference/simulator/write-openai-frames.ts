import type { Frame } from "./frame.ts";
import type { SimulatedAnswer, SimulatedPiece } from "./simulated-answer.ts";

const FINISH_REASONS = {
  stop: "stop",
  length: "length",
  "content-filter": "content_filter",
  "tool-calls": "tool_calls",
} as const;

/** An answer as OpenAI streams a chat completion. `remark` is what a relative of OpenAI's adds to each choice. */
export function writeOpenaiFrames(
  answer: SimulatedAnswer,
  modelName: string,
  remark: (kind: Frame["kind"]) => object = () => ({}),
): Frame[] {
  const write = (kind: Frame["kind"], delta: object, finishReason: string | null = null): Frame => {
    const choice = { index: 0, delta, logprobs: null, finish_reason: finishReason, ...remark(kind) };
    return { kind, text: writeChunk(modelName, { choices: [choice], usage: null }) };
  };
  const frames: Frame[] = [write("start", { role: "assistant", content: "", refusal: null })];
  let toolCalls = 0;
  for (const piece of answer.pieces) {
    for (const delta of writeDeltas(piece, toolCalls)) frames.push(write("delta", delta));
    if (piece.type === "tool-call") toolCalls += 1;
  }
  frames.push(write("finish", {}, FINISH_REASONS[answer.finishReason]));
  frames.push({ kind: "usage", text: writeChunk(modelName, { choices: [], usage: toOpenaiUsage(answer) }) });
  frames.push({ kind: "end", text: "data: [DONE]\n\n" });
  return frames;
}

/** An answer as OpenAI sends a chat completion in one piece. */
export function writeOpenaiCompletion(answer: SimulatedAnswer, modelName: string): object {
  const textOf = (type: SimulatedPiece["type"]): string =>
    answer.pieces.flatMap((piece) => (piece.type === type ? piece.tokens : [])).join("");
  const toolCalls = answer.pieces.flatMap((piece) =>
    piece.type === "tool-call"
      ? [
          {
            id: piece.toolCallId,
            type: "function",
            function: { name: piece.toolName, arguments: piece.tokens.join("") },
          },
        ]
      : [],
  );
  const message = {
    role: "assistant",
    content: textOf("text"),
    refusal: textOf("refusal") || null,
    ...(textOf("reasoning") === "" ? {} : { reasoning_content: textOf("reasoning") }),
    ...(toolCalls.length === 0 ? {} : { tool_calls: toolCalls }),
  };
  return {
    id: "chatcmpl-simulated",
    object: "chat.completion",
    created: 1_790_000_000,
    model: modelName,
    choices: [{ index: 0, message, logprobs: null, finish_reason: FINISH_REASONS[answer.finishReason] }],
    usage: toOpenaiUsage(answer),
  };
}

/** An error in the middle of a stream, as OpenAI sends one. */
export const OPENAI_ERROR_FRAME: Frame = {
  kind: "other",
  text: `data: ${JSON.stringify({ error: { message: "The server had a simulated error.", type: "server_error", param: null, code: null } })}\n\n`,
};

function writeChunk(modelName: string, fields: object): string {
  const head = { id: "chatcmpl-simulated", object: "chat.completion.chunk", created: 1_790_000_000, model: modelName };
  return `data: ${JSON.stringify({ ...head, system_fingerprint: "fp_simulated", ...fields })}\n\n`;
}

function writeDeltas(piece: SimulatedPiece, index: number): object[] {
  switch (piece.type) {
    case "text":
      return piece.tokens.map((content) => ({ content }));
    case "reasoning":
      return piece.tokens.map((text) => ({ reasoning_content: text }));
    case "refusal":
      return piece.tokens.map((refusal) => ({ refusal }));
    case "tool-call": {
      const head = { index, id: piece.toolCallId, type: "function", function: { name: piece.toolName, arguments: "" } };
      const tail = piece.tokens.map((text) => ({ tool_calls: [{ index, function: { arguments: text } }] }));
      return [{ tool_calls: [head] }, ...tail];
    }
  }
}

function toOpenaiUsage({ usage }: SimulatedAnswer): object {
  const prompt = usage.inputTokens + usage.cachedInputTokens + usage.cacheWriteTokens + usage.audioInputTokens;
  const completion = usage.outputTokens + usage.reasoningTokens + usage.audioOutputTokens;
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: {
      cached_tokens: usage.cachedInputTokens,
      cache_write_tokens: usage.cacheWriteTokens,
      audio_tokens: usage.audioInputTokens,
    },
    completion_tokens_details: { reasoning_tokens: usage.reasoningTokens, audio_tokens: usage.audioOutputTokens },
  };
}
