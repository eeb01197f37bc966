import type { FinishReason, ProviderFailure, StreamPart, Usage } from "#contracts/stream-part.ts";

/** What a stream said of itself beside its content. All null: it was cut, or its caller ended it. */
export type StreamEnd = { usage: Usage | null; finishReason: FinishReason | null; failure: ProviderFailure | null };

/** Reads the stream to its end and hands each part of the content on as it comes. Throws what the stream throws. */
export async function collectAnswer(
  stream: AsyncIterable<StreamPart>,
  onContent: (part: StreamPart) => void,
): Promise<StreamEnd> {
  const end: StreamEnd = { usage: null, finishReason: null, failure: null };
  for await (const part of stream) {
    switch (part.type) {
      case "usage":
        end.usage = part.usage;
        break;
      case "finish":
        end.finishReason = part.reason;
        break;
      case "error":
        end.failure = part.error;
        break;
      case "response-start":
        break;
      case "text-delta":
      case "reasoning-delta":
      case "refusal-delta":
      case "tool-call-start":
      case "tool-call-delta":
      case "tool-call-end":
        onContent(part);
    }
  }
  return end;
}
