import type { ProviderFailure } from "#contracts/stream-part.ts";
import type { FailureVerdict } from "#inference/router/remedies.ts";

/** How one call ended, as far as it says something of its deployment. */
export type CallEnd = {
  startedAt: number;
  verdict: "ok" | FailureVerdict;
  failure: ProviderFailure | null;
};

/** When the first of a call's content came. A continued answer repeats something first, which is not shown: its time says nothing. */
export type CallBegin = { startedAt: number; isNewAnswer: boolean };
