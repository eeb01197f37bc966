import type { RoutedPart } from "#inference/index.ts";
import type { FinishReason, ProviderFailure, StreamPart, Usage } from "#contracts/stream-part.ts";

/** What a stream said of itself beside its content. All null: it was cut, or its caller ended it. */
export type StreamEnd = { usage: Usage | null; finishReason: FinishReason | null; failure: ProviderFailure | null };

/** Who takes an answer as it comes. `onRewind`: the last of what was handed on has to be taken back before anything follows. */
export type AnswerReader = { onPart: (part: StreamPart) => void; onRewind: () => Promise<void> };

/**
 * Reads the stream to its end and hands on, as it comes, each part of the content and what says that it is whole.
 * Throws what the stream and the reader throw.
 */
export async function collectAnswer(
  stream: AsyncIterable<RoutedPart>,
  { onPart, onRewind }: AnswerReader,
): Promise<StreamEnd> {
  const end: StreamEnd = { usage: null, finishReason: null, failure: null };
  for await (const part of stream) {
    if (part.type === "rewind") {
      await onRewind();
      continue;
    }
    takeEnd(end, part);
    // A fault is for administrators, not for the log that viewers read; the rest is nobody's business.
    if (part.type !== "error" && part.type !== "response-start") onPart(part);
  }
  return end;
}

/** What logged parts say of their end: whoever goes on with them must not ask for what is whole. */
export function findEnd(parts: readonly StreamPart[]): StreamEnd {
  const end: StreamEnd = { usage: null, finishReason: null, failure: null };
  for (const part of parts) takeEnd(end, part);
  return end;
}

function takeEnd(end: StreamEnd, part: StreamPart): void {
  if (part.type === "usage") end.usage = part.usage;
  if (part.type === "finish") end.finishReason = part.reason;
  if (part.type === "error") end.failure = part.error;
}
