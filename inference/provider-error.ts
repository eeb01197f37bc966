import type { ErrorCode } from "#contracts/error-codes.ts";
import type { ProviderFailure } from "#contracts/stream-part.ts";

/** The error codes that only a provider can cause. */
export type ProviderErrorCode = Extract<ErrorCode, `provider-${string}` | "model-unavailable">;

type ProviderErrorOptions = {
  message: string;
  isRetryable: boolean;
  status?: number | null;
  requestId?: string | null;
  retryAfterMs?: number | null;
  cause?: unknown;
};

/**
 * What went wrong with one call to a provider; `message` is for logs and administrators, may quote
 * the provider, and never holds a key.
 */
export class ProviderError extends Error {
  readonly code: ProviderErrorCode;
  readonly isRetryable: boolean;
  readonly status: number | null;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;

  constructor(code: ProviderErrorCode, options: ProviderErrorOptions) {
    super(options.message, { cause: options.cause });
    this.name = "ProviderError";
    this.code = code;
    this.isRetryable = options.isRetryable;
    this.status = options.status ?? null;
    this.requestId = options.requestId ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }

  /** The same as plain data, as an `error` part of a stream carries it. */
  toFailure(): ProviderFailure {
    const { code, message, isRetryable, status, requestId, retryAfterMs } = this;
    return { code, message, isRetryable, status, requestId, retryAfterMs };
  }
}
