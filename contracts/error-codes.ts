import { z } from "zod";

/** Every reason a request can fail. Closed: a new reason is a new code here, with its row in `server/errors.ts`. */
export const ERROR_CODES = [
  /** Nobody is signed in, or the session has ended. */
  "unauthenticated",
  /** Signed in, but not allowed to do this. */
  "forbidden",
  /** No such thing, or it belongs to somebody else: the two are not told apart. */
  "not-found",
  /** The request does not have the shape it must have. */
  "invalid-input",
  /** The thing changed meanwhile, or exists already. */
  "conflict",
  /** Too many attempts; a pause helps. */
  "rate-limited",
  /** An answer is already being written here. */
  "busy",
  /** The model is not connected, not known, or was removed. */
  "model-unavailable",
  /** The provider rejects the key. */
  "provider-key-invalid",
  /** The key is right but may not do this (no permission, no credit, region). */
  "provider-permission-denied",
  /** No such address, or nothing answers there. */
  "provider-unreachable",
  /** The provider asks for a pause. */
  "provider-rate-limited",
  /** The provider answers, but with a fault of its own or overloaded. */
  "provider-unavailable",
  /** The provider's answer broke off, stalled or made no sense. */
  "provider-stream-broken",
  /** The provider rejects this request: too long, or something it does not support. */
  "provider-request-rejected",
  /** The provider's safety system refused. */
  "provider-content-filtered",
  /** The process that wrote the answer died. */
  "interrupted",
  /** A fault of ours. */
  "internal",
] as const;

export const errorCodeSchema = z.enum(ERROR_CODES);
export type ErrorCode = z.infer<typeof errorCodeSchema>;
