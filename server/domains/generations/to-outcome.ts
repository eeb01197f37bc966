import type { MessageError } from "#contracts/message.ts";
import { ERROR_TABLE } from "#server/errors.ts";
import { addUsage } from "#contracts/add-usage.ts";
import type { StreamEnd } from "./collect-answer.ts";
import { describeFailure } from "./describe-failure.ts";
import type { Outcome } from "./generation.ts";
import type { LiveGeneration } from "./live-generation.ts";

/** What came of a generation, from how its stream ended and whether it was halted. `label` names the connection. */
export function toOutcome(live: LiveGeneration, end: StreamEnd, given: { label: string; at: Date }): Outcome {
  const { content, seq } = live.whole();
  return {
    ...judge(live, end, given.label),
    parts: content,
    usage: addUsage(live.inherited.usage, end.usage),
    finishReason: end.finishReason,
    seq,
    firstPartAt: live.firstPartAt,
    endedAt: given.at,
    segments: live.segments,
  };
}

function judge(live: LiveGeneration, end: StreamEnd, label: string): Pick<Outcome, "status" | "error"> {
  if (end.finishReason) return { status: "ended", error: null };
  if (live.haltReason === "stopped") return { status: "stopped", error: null };
  // A model that was asked to go on and said nothing cannot; what is there stays as it was when its writer died.
  if (live.inherited.parts.length > 0 && !live.hasGrown) {
    return { status: "interrupted", error: end.failure ? describeFailure(end.failure, label) : interruption() };
  }
  // A stream that stops without a word is never a finished answer.
  const failure = end.failure ?? CUT;
  const canGoOn = GOES_ON.has(failure.code) && live.content().some(({ type }) => type === "text");
  return { status: canGoOn ? "interrupted" : "failed", error: describeFailure(failure, label) };
}

/** What kept the rest of an answer from coming, and may be over later: the person is asked whether to go on. */
const GOES_ON: ReadonlySet<string> = new Set([
  "model-unavailable",
  "provider-key-invalid",
  "provider-permission-denied",
  "provider-rate-limited",
  "provider-stream-broken",
  "provider-unavailable",
  "provider-unreachable",
]);

/** What a person reads under an answer that nobody went on with. */
export function interruption(): MessageError {
  const { userMessage, isRetryable } = ERROR_TABLE.interrupted;
  return { code: "interrupted", userMessage, isRetryable };
}

const CUT = {
  code: "provider-stream-broken",
  message: "the stream ended without its terminal part",
  isRetryable: true,
  status: null,
  requestId: null,
  retryAfterMs: null,
} as const;
