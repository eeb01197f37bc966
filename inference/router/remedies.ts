import type { ErrorCode } from "#contracts/error-codes.ts";

/** What a failed call says of its deployment: sick, of no use to anybody, to be left alone for a while, or nothing. */
export type FailureVerdict = "fault" | "unusable" | "limited" | "neutral";

/** What is to be done about one kind of failure. */
export type Remedy = {
  /** The same deployment may be asked once more, where the failure itself is retryable. */
  again: boolean;
  /** Other deployments may be asked. */
  others: boolean;
  verdict: FailureVerdict;
};

const NOT_OF_A_PROVIDER: Remedy = { again: false, others: false, verdict: "neutral" };

/** What is to be done about each failure, with the reason; the one place where this is decided. */
export const REMEDIES: Record<ErrorCode, Remedy> = {
  // It asked for a pause and gets it; meanwhile others are free. To be busy is no sickness.
  "provider-rate-limited": { again: true, others: true, verdict: "limited" },
  // Its own fault or too much work: may be over in a moment.
  "provider-unavailable": { again: true, others: true, verdict: "fault" },
  // A connection that failed may come about at the next attempt; a wrong address is not retryable and never will.
  "provider-unreachable": { again: true, others: true, verdict: "fault" },
  // It stalled, broke off or made no sense; the same call may well go through.
  "provider-stream-broken": { again: true, others: true, verdict: "fault" },
  // This key will not become right by asking; others have keys of their own.
  "provider-key-invalid": { again: false, others: true, verdict: "unusable" },
  // No credit, no permission, the wrong region: true of this account alone.
  "provider-permission-denied": { again: false, others: true, verdict: "unusable" },
  // It does not have the model; another does.
  "model-unavailable": { again: false, others: true, verdict: "unusable" },
  // Too long, or something that this one does not support or cannot go on with: others may. It is the request's fault, not its own.
  "provider-request-rejected": { again: false, others: true, verdict: "neutral" },
  // What was asked was judged, and nobody shops around for a milder judge.
  "provider-content-filtered": { again: false, others: false, verdict: "neutral" },
  // A fault of ours on the way to this provider; the way to another one may be free of it.
  internal: { again: false, others: true, verdict: "neutral" },
  // No provider says any of these.
  unauthenticated: NOT_OF_A_PROVIDER,
  forbidden: NOT_OF_A_PROVIDER,
  "not-found": NOT_OF_A_PROVIDER,
  "invalid-input": NOT_OF_A_PROVIDER,
  conflict: NOT_OF_A_PROVIDER,
  "rate-limited": NOT_OF_A_PROVIDER,
  busy: NOT_OF_A_PROVIDER,
  interrupted: NOT_OF_A_PROVIDER,
};
