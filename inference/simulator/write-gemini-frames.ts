import type { Frame } from "./frame.ts";
import type { SimulatedAnswer, SimulatedPiece } from "./simulated-answer.ts";

const FINISH_REASONS = {
  stop: "STOP",
  length: "MAX_TOKENS",
  "content-filter": "SAFETY",
  // Gemini has no word for it: that there were calls is all that it says.
  "tool-calls": "STOP",
} as const;

/** What stands in every chunk. */
const HEAD = { responseId: "req_simulated" };

/** An answer as Gemini streams one: `streamGenerateContent` with `alt=sse`. It has no last word. */
export function writeGeminiFrames(answer: SimulatedAnswer, modelName: string): Frame[] {
  const write = (chunk: object): string => writeEvent({ ...chunk, modelVersion: modelName, ...HEAD });
  const parts = answer.pieces.flatMap(toParts);
  return [
    ...parts.map((part, index): Frame => ({ kind: "delta", text: write(toDelta(part, answer, index)) })),
    { kind: "finish", text: write({ candidates: [toEnd(answer, [{ text: "" }])] }) },
    { kind: "usage", text: write({ usageMetadata: toUsage(answer) }) },
  ];
}

/** An answer as Gemini sends it to who asks for no events: a list of chunks, here of one. */
export function writeGeminiAnswer(answer: SimulatedAnswer, modelName: string): object {
  const candidate = toEnd(answer, answer.pieces.flatMap(toWholePart));
  return [{ candidates: [candidate], usageMetadata: toUsage(answer), modelVersion: modelName, ...HEAD }];
}

/** An error in the middle of a stream, as Gemini sends one. */
export const GEMINI_ERROR_FRAME: Frame = {
  kind: "other",
  text: writeEvent({ error: { code: 503, message: "The model is overloaded, simulated.", status: "UNAVAILABLE" } }),
};

/** How Gemini says that a filter refuses the question: an answer without a candidate. */
export const GEMINI_FILTERED_FRAMES: Frame[] = [
  {
    kind: "other",
    text: writeEvent({
      promptFeedback: { blockReason: "PROHIBITED_CONTENT" },
      usageMetadata: { promptTokenCount: 12, totalTokenCount: 12 },
      ...HEAD,
    }),
  },
];

/** Google ends its lines as HTTP does. */
function writeEvent(chunk: object): string {
  return `data: ${JSON.stringify(chunk)}\r\n\r\n`;
}

function toDelta(part: object, { usage }: SimulatedAnswer, index: number): object {
  const prompt = usage.inputTokens + usage.cachedInputTokens;
  return {
    candidates: [{ content: { parts: [part], role: "model" }, index: 0 }],
    usageMetadata: { promptTokenCount: prompt, candidatesTokenCount: index + 1, totalTokenCount: prompt + index + 1 },
  };
}

function toParts(piece: SimulatedPiece): object[] {
  switch (piece.type) {
    case "text":
      return piece.tokens.map((text) => ({ text }));
    case "reasoning":
      return piece.tokens.map((text) => ({ text, thought: true }));
    case "tool-call":
      return toWholePart(piece);
    case "refusal":
      return [];
  }
}

function toWholePart(piece: SimulatedPiece): object[] {
  const text = piece.tokens.join("");
  if (piece.type === "text") return [{ text }];
  if (piece.type === "reasoning") return [{ text, thought: true }];
  if (piece.type !== "tool-call") return [];
  const args: unknown = JSON.parse(text);
  return [{ functionCall: { id: piece.toolCallId, name: piece.toolName, args }, thoughtSignature: "c2ltdWxhdGVk" }];
}

function toEnd({ pieces, finishReason }: SimulatedAnswer, parts: readonly object[]): object {
  const refusal = pieces.flatMap((piece) => (piece.type === "refusal" ? piece.tokens : [])).join("");
  return {
    content: { parts, role: "model" },
    finishReason: FINISH_REASONS[finishReason],
    ...(refusal === "" ? {} : { finishMessage: refusal }),
    index: 0,
  };
}

function toUsage({ usage }: SimulatedAnswer): object {
  // Gemini knows no tokens that are written to a cache: such a prompt is read like any other.
  const read = usage.inputTokens + usage.cachedInputTokens + usage.cacheWriteTokens;
  const prompt = read + usage.audioInputTokens;
  const written = usage.outputTokens + usage.audioOutputTokens;
  return {
    promptTokenCount: prompt,
    cachedContentTokenCount: usage.cachedInputTokens,
    candidatesTokenCount: written,
    thoughtsTokenCount: usage.reasoningTokens,
    totalTokenCount: prompt + written + usage.reasoningTokens,
    promptTokensDetails: toDetails(read, usage.audioInputTokens),
    candidatesTokensDetails: toDetails(usage.outputTokens, usage.audioOutputTokens),
  };
}

function toDetails(text: number, audio: number): object[] {
  const details = [
    { modality: "TEXT", tokenCount: text },
    { modality: "AUDIO", tokenCount: audio },
  ];
  return details.filter(({ tokenCount }) => tokenCount > 0);
}
