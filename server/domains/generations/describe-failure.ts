import type { ErrorCode } from "#contracts/error-codes.ts";
import type { MessageError } from "#contracts/message.ts";
import type { ProviderFailure } from "#contracts/stream-part.ts";
import { ERROR_TABLE } from "#server/errors.ts";

const SENTENCES: Partial<Record<ErrorCode, (label: string, failure: ProviderFailure) => string>> = {
  "provider-unreachable": (label) => `${label} did not answer. Try again, or check the connection in the settings.`,
  "provider-key-invalid": (label) => `${label} rejects the key of this connection. Put in a new one in the settings.`,
  "provider-permission-denied": (label) =>
    `${label} does not allow this model with this key. Check its permissions and its credit, or choose another model.`,
  "provider-rate-limited": (label, { retryAfterMs }) =>
    `${label} asks for a pause. Try again ${describeWait(retryAfterMs)}.`,
  "provider-unavailable": (label) =>
    `${label} has a fault of its own at the moment. Try again, or choose another model.`,
  "provider-stream-broken": (label) => `The answer from ${label} broke off. Try again.`,
  "provider-request-rejected": (label) =>
    `${label} does not accept this request. It may be too long for this model: choose another one, or begin a new conversation.`,
  "provider-content-filtered": (label) => `The safety filter of ${label} refused. Say it in another way.`,
};

/** A failure in words for the person who waits for the answer: who failed, how, and what to do. `label` names the connection. */
export function describeFailure(failure: ProviderFailure, label: string): MessageError {
  const { code, isRetryable } = failure;
  return { code, userMessage: SENTENCES[code]?.(label, failure) ?? ERROR_TABLE[code].userMessage, isRetryable };
}

function describeWait(retryAfterMs: number | null): string {
  if (retryAfterMs === null) return "in a moment";
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
  if (seconds < 90) return `in ${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  return `in ${Math.ceil(seconds / 60)} minutes`;
}
