import type { ErrorCode } from "#contracts/error-codes.ts";
import type { ProviderFailure } from "#contracts/stream-part.ts";

/** Nothing of the answer came for so long. */
export function silent(ms: number): ProviderFailure {
  return failure("provider-stream-broken", `The provider's answer broke off: nothing of it came for ${ms} ms.`, true);
}

/** The time that there was for the answer is over. */
export function tooLate(): ProviderFailure {
  return failure("interrupted", "The answer took longer than there was time for it.", true);
}

/** Against its promise the stream ended without a last word. */
export function noEnd(): ProviderFailure {
  return failure("provider-stream-broken", "The provider's answer broke off: it ended without a last word.", true);
}

/** Against its promise a model threw something. */
export function describeThrown(thrown: unknown): ProviderFailure {
  return failure("internal", `The model could not be asked: ${String(thrown)}`, false);
}

/** None of the candidates could be asked, and none of them has failed. */
export function nobodyLeft(): ProviderFailure {
  return failure("model-unavailable", "No deployment can be asked for this answer.", false);
}

/** All who could be asked want to be left alone for so long. */
export function allRest(retryAfterMs: number): ProviderFailure {
  const message = `Every deployment that could answer rests for another ${retryAfterMs} ms, as it asked.`;
  return { ...failure("provider-rate-limited", message, true), retryAfterMs };
}

function failure(code: ErrorCode, message: string, isRetryable: boolean): ProviderFailure {
  return { code, message, isRetryable, status: null, requestId: null, retryAfterMs: null };
}
