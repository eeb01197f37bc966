import type { ErrorCode } from "#contracts/error-codes.ts";

type ErrorCodeRow = {
  httpStatus: number;
  /** The name that tRPC gives the same thing. */
  trpcCode:
    | "UNAUTHORIZED"
    | "FORBIDDEN"
    | "NOT_FOUND"
    | "BAD_REQUEST"
    | "CONFLICT"
    | "TOO_MANY_REQUESTS"
    | "SERVICE_UNAVAILABLE"
    | "BAD_GATEWAY"
    | "UNPROCESSABLE_CONTENT"
    | "INTERNAL_SERVER_ERROR";
  isRetryable: boolean;
  logLevel: "info" | "warn" | "error";
  /** What a person reads when the thrower says nothing better. */
  userMessage: string;
};

/** The one table from an error code to everything a transport needs to know of it. */
export const ERROR_TABLE: Record<ErrorCode, ErrorCodeRow> = {
  unauthenticated: row(401, "UNAUTHORIZED", "info", "Sign in to go on."),
  forbidden: row(403, "FORBIDDEN", "warn", "Your account may not do this."),
  "not-found": row(404, "NOT_FOUND", "info", "It is not here. It may have been deleted."),
  "invalid-input": row(400, "BAD_REQUEST", "info", "Something in this request is not right."),
  conflict: row(409, "CONFLICT", "info", "It changed meanwhile. Reload and try again."),
  "rate-limited": retryable(429, "TOO_MANY_REQUESTS", "info", "Too many attempts. Wait a moment and try again."),
  busy: retryable(409, "CONFLICT", "info", "An answer is still being written here."),
  "model-unavailable": row(409, "CONFLICT", "info", "This model is not available any more. Choose another one."),
  "provider-key-invalid": row(502, "BAD_GATEWAY", "warn", "The provider rejects this key. Check the connection."),
  "provider-permission-denied": row(502, "BAD_GATEWAY", "warn", "The provider does not allow this with this key."),
  "provider-unreachable": retryable(502, "BAD_GATEWAY", "warn", "The provider cannot be reached."),
  "provider-rate-limited": retryable(503, "SERVICE_UNAVAILABLE", "warn", "The provider asks for a pause."),
  "provider-unavailable": retryable(502, "BAD_GATEWAY", "warn", "The provider has a fault of its own."),
  "provider-stream-broken": retryable(502, "BAD_GATEWAY", "warn", "The answer broke off."),
  "provider-request-rejected": row(422, "UNPROCESSABLE_CONTENT", "warn", "The provider does not accept this request."),
  "provider-content-filtered": row(422, "UNPROCESSABLE_CONTENT", "info", "The provider's safety filter refused."),
  interrupted: retryable(503, "SERVICE_UNAVAILABLE", "warn", "The answer was interrupted."),
  internal: retryable(500, "INTERNAL_SERVER_ERROR", "error", "Something went wrong on our side. Try again."),
};

export type AppErrorOptions = {
  /** For logs; never shown to a person. */
  message?: string;
  /** One sentence for the person: what happened and what to do. */
  userMessage?: string;
  isRetryable?: boolean;
  /** How long to wait before the same attempt can succeed, where that is known. */
  retryAfterMs?: number;
  cause?: unknown;
};

/** The only error that this code throws on purpose. What it means to each transport stands in `ERROR_TABLE`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly userMessage: string;
  readonly isRetryable: boolean;
  readonly retryAfterMs: number | null;

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(options.message ?? options.userMessage ?? code, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.userMessage = options.userMessage ?? ERROR_TABLE[code].userMessage;
    this.isRetryable = options.isRetryable ?? ERROR_TABLE[code].isRetryable;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/** Any thrown thing as an AppError: itself if it is one, else `internal` with the thing as its cause. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError("internal", {
    message: thrown instanceof Error ? thrown.message : String(thrown),
    cause: thrown,
  });
}

function row(
  httpStatus: number,
  trpcCode: ErrorCodeRow["trpcCode"],
  ...[logLevel, userMessage]: [ErrorCodeRow["logLevel"], string]
): ErrorCodeRow {
  return { httpStatus, trpcCode, isRetryable: false, logLevel, userMessage };
}

function retryable(...parameters: Parameters<typeof row>): ErrorCodeRow {
  return { ...row(...parameters), isRetryable: true };
}
