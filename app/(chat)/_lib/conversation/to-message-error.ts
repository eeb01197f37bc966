import { RequestError } from "#app/_lib/realtime/request-error.ts";
import type { MessageError } from "#contracts/message.ts";

/** Why a request did not get through, in the form in which a message carries it. An empty `userMessage` means: no answer at all. */
export function toMessageError(error: unknown): MessageError {
  if (!(error instanceof RequestError)) return { code: "internal", userMessage: "", isRetryable: true };
  const { code, message, isRetryable } = error;
  if (code === "timed-out") return { code: "internal", userMessage: "", isRetryable: true };
  if (code === "signed-out") return { code: "unauthenticated", userMessage: message, isRetryable: false };
  return { code, userMessage: message, isRetryable };
}
