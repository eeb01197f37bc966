import type { ProviderFailure } from "#contracts/stream-part.ts";
import type { ProviderConnection } from "#inference/provider.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";

/** How a server is waited for that may still be loading its model. */
export type ColdStart = {
  /** The longest that is waited in all. */
  limitMs: number;
  /**
   * How long to wait before the server is asked again that failed so after `waitedMs`; null where
   * waiting is no use, or has been long enough.
   */
  pauseAfter: (failure: ProviderFailure, waitedMs: number) => number | null;
};

/** As long as a server that takes the call and answers when it has loaded. */
const NEAR_LIMIT_MS = TIME_LIMITS.responseStartMs;

/** A server behind a certificate is somebody's service, which seldom loads a model for who asks. */
const FAR_LIMIT_MS = 30_000;

const PAUSE_MS_MIN = 1_000;
const PAUSE_MS_MAX = 10_000;

/**
 * Whether and how to wait for this connection's server: those that people run themselves refuse, or
 * answer 503, while a model loads. Null for every other provider, where that is an outage. For a router
 * to use where nobody else can answer; pure.
 */
export function coldStart(connection: ProviderConnection): ColdStart | null {
  if (connection.provider !== "openai-compatible" || connection.baseUrl === null) return null;
  const limitMs = URL.parse(connection.baseUrl)?.protocol === "http:" ? NEAR_LIMIT_MS : FAR_LIMIT_MS;
  return {
    limitMs,
    pauseAfter: (failure, waitedMs) => {
      if (!mayBeLoading(failure)) return null;
      const usual = Math.min(Math.max(waitedMs / 4, PAUSE_MS_MIN), PAUSE_MS_MAX);
      const pauseMs = Math.max(failure.retryAfterMs ?? 0, usual);
      return waitedMs + pauseMs <= limitMs ? pauseMs : null;
    },
  };
}

/** Nobody listens yet, or a proxy or the server itself says that it is not ready. */
function mayBeLoading({ code, isRetryable, status, message }: ProviderFailure): boolean {
  if (!isRetryable) return false;
  if (status === null) return code === "provider-unreachable" && message.includes("ECONNREFUSED");
  return status === 502 || status === 503 || status === 504;
}
