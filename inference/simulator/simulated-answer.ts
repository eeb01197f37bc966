import type { Usage } from "#contracts/stream-part.ts";

/** One piece of a simulated answer; its texts are sent one token at a time, as they stand here. */
export type SimulatedPiece =
  | { type: "text" | "reasoning" | "refusal"; tokens: readonly string[] }
  | { type: "tool-call"; toolCallId: string; toolName: string; tokens: readonly string[] };

/** What a scenario answers, before it is put into a wire format. */
export type SimulatedAnswer = {
  pieces: readonly SimulatedPiece[];
  finishReason: "stop" | "length" | "content-filter" | "tool-calls";
  /** As the ledger must see it: disjoint. */
  usage: Usage;
};

/** What goes wrong with an answer, and where. */
export type SimulatedFault =
  /** An error status instead of an answer. */
  | { type: "status"; status: number; retryAfterSeconds: number | null }
  /** The body ends well-formed after so many bytes, as if that were all. */
  | { type: "cut"; afterBytes: number }
  /** A filter of the provider's refuses the question. */
  | { type: "prompt-filtered" }
  /** The connection is reset after so many bytes. */
  | { type: "reset"; afterBytes: number }
  /** Nothing comes any more after so many bytes, and the connection stays open. */
  | { type: "stall"; afterBytes: number }
  /** Not even the headers come. */
  | { type: "silence" }
  /** The answer comes in one piece of JSON although a stream was asked for. */
  | { type: "unstreamed" }
  /** A web page comes, as from an address that is no provider's. */
  | { type: "web-page" }
  /** The address points to another one. */
  | { type: "redirect"; location: string }
  | { type: "byte-at-a-time" }
  /** Every character of several bytes is sent in two halves. */
  | { type: "split-characters" }
  | { type: "in-band-error" }
  | { type: "malformed-event" }
  | { type: "duplicate-event" }
  /** The marker that the stream is whole never comes; the model's own finish reason does. */
  | { type: "missing-end" }
  /** Neither the finish reason nor the marker comes, and the body ends well-formed. */
  | { type: "missing-finish" }
  /** The usage comes long after the finish reason. */
  | { type: "late-usage"; delayMs: number }
  /** One event that is larger than any client should read. */
  | { type: "huge-event"; bytes: number };

/** Text cut into tokens: words with the blank before them, as most models write. */
export function toTokens(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

/** An answer of plain text with a usage that follows from it. */
export function answerWithText(text: string, inputTokens = 12): SimulatedAnswer {
  const tokens = toTokens(text);
  return {
    pieces: [{ type: "text", tokens }],
    finishReason: "stop",
    usage: countTokens({ inputTokens, outputTokens: tokens.length }),
  };
}

/** A usage of these tokens and no others. */
export function countTokens(counts: Partial<Usage>): Usage {
  return {
    inputTokens: 0,
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 0,
    reasoningTokens: 0,
    audioInputTokens: 0,
    audioOutputTokens: 0,
    ...counts,
  };
}
