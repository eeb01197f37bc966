import type { StreamPart } from "#contracts/stream-part.ts";
import { ProviderError } from "#inference/provider-error.ts";
import type { Answer } from "#inference/wire/answer.ts";
import type { ServerSentEvent } from "#inference/wire/event-splitter.ts";
import { parseEventData } from "#inference/wire/parse-event-data.ts";
import { quoteProvider } from "#inference/wire/quote-provider.ts";
import { chunksSchema, type Chunk, type ChunkCandidate, type ChunkPart } from "./chunk.ts";
import { mapFinishReason } from "./map-finish-reason.ts";
import { mapUsage } from "./map-usage.ts";
import { readFunctionCall, type OnSignature } from "./read-function-call.ts";
import { toGeminiError } from "./to-gemini-error.ts";

/** The model broke off for a fault of its own: what it wrote last makes no sense. */
const BROKEN = new Set(["MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "MALFORMED_RESPONSE"]);

/** What some servers write where there is no reason yet. */
const UNSPECIFIED = "FINISH_REASON_UNSPECIFIED";

/**
 * The parts of one event of Gemini's `streamGenerateContent`; a `FromEvent`. The format has no last
 * word: an answer is whole when a chunk has said why the model stopped. `onSignature` gets what a
 * call of a tool must come back with.
 */
export function fromEvent(
  answer: Answer,
  { data }: ServerSentEvent,
  onSignature: OnSignature = keepNone,
): StreamPart[] {
  // Of each chunk more than its text is read, and a chunk holds dozens of tokens: no short way is worth it.
  const chunks = parseEventData<typeof chunksSchema, never>(chunksSchema, data, readNone);
  return chunks.flatMap((chunk) => fromChunk(answer, chunk, onSignature));
}

function readNone(): null {
  return null;
}

function keepNone(): void {}

function fromChunk(answer: Answer, chunk: Chunk, onSignature: OnSignature): StreamPart[] {
  answer.requestId ??= chunk.responseId || null;
  if (chunk.error !== undefined && chunk.error !== null) throw toGeminiError(chunk, { requestId: answer.requestId });
  const parts = startOnce(answer, chunk);
  if (chunk.usageMetadata) answer.usage = mapUsage(chunk.usageMetadata, answer.usage);
  if (chunk.promptFeedback?.blockReason) throw blocked(answer, chunk.promptFeedback);
  // Only one answer is asked for: a candidate with another index is not ours.
  const candidate = chunk.candidates?.find(({ index }) => (index ?? 0) === 0);
  for (const part of candidate?.content?.parts ?? []) parts.push(...fromPart(answer, part, onSignature));
  if (candidate?.finishReason) parts.push(...finish(answer, candidate, candidate.finishReason));
  return parts;
}

function startOnce(answer: Answer, { modelVersion }: Chunk): StreamPart[] {
  if (answer.hasStarted) return [];
  answer.hasStarted = true;
  return [{ type: "response-start", modelName: modelVersion || answer.modelName, requestId: answer.requestId }];
}

function fromPart(answer: Answer, part: ChunkPart, onSignature: OnSignature): StreamPart[] {
  if (part.functionCall) return readFunctionCall(answer, part, onSignature);
  if (!part.text) return [];
  return [{ type: part.thought ? "reasoning-delta" : "text-delta", text: part.text }];
}

function finish(answer: Answer, { finishMessage }: ChunkCandidate, reason: string): StreamPart[] {
  if (reason === UNSPECIFIED) return [];
  if (BROKEN.has(reason)) {
    throw new ProviderError("provider-stream-broken", {
      message: `The provider's answer broke off: ${quoteProvider(`${reason} ${finishMessage ?? ""}`, null)}`,
      isRetryable: true,
      requestId: answer.requestId,
    });
  }
  answer.finishReason = mapFinishReason(reason, answer.toolCallIds.size > 0);
  // Google's own words for why it stopped the model are all that a person gets to read of it.
  const isRefused = answer.finishReason === "content-filter" && finishMessage;
  return isRefused ? [{ type: "refusal-delta", text: finishMessage }] : [];
}

function blocked(answer: Answer, feedback: NonNullable<Chunk["promptFeedback"]>): ProviderError {
  const said = quoteProvider(`${feedback.blockReason ?? ""} ${feedback.blockReasonMessage ?? ""}`, null);
  return new ProviderError("provider-content-filtered", {
    message: `The provider's filter refused the question: ${said}`,
    isRetryable: false,
    requestId: answer.requestId,
  });
}
