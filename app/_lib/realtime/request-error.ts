import type { ErrorCode } from "#contracts/error-codes.ts";

/** Why a request over the socket was not done. `message` is for the person; empty when the server never answered. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly code: ErrorCode | "timed-out" | "signed-out";
  readonly isRetryable: boolean;

  constructor(code: RequestError["code"], userMessage: string, isRetryable: boolean) {
    super(userMessage);
    this.code = code;
    this.isRetryable = isRetryable;
  }
}
