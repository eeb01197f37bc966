import type { ProviderConnection } from "#inference/provider.ts";
import { ProviderError } from "#inference/provider-error.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import { toProviderError } from "./to-provider-error.ts";

/**
 * The result of one short call to a provider, which gets `limitMs`, or else `TIME_LIMITS.listModelsMs`. Throws
 * ProviderError, and the signal's own reason where the caller aborted.
 */
export async function callWithin<Result>(
  { apiKey, limitMs = TIME_LIMITS.listModelsMs }: Pick<ProviderConnection, "apiKey"> & { limitMs?: number },
  signal: AbortSignal,
  call: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const limit = AbortSignal.timeout(limitMs);
  try {
    return await call(AbortSignal.any([signal, limit]));
  } catch (thrown) {
    signal.throwIfAborted();
    if (limit.aborted) throw tooSlow(limitMs, thrown);
    throw toProviderError(thrown, { apiKey, isReadingAnswer: false });
  }
}

function tooSlow(limitMs: number, cause: unknown): ProviderError {
  return new ProviderError("provider-unreachable", {
    message: `The provider did not answer within ${limitMs} ms.`,
    isRetryable: true,
    cause,
  });
}
