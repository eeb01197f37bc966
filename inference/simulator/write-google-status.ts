import type { SimulatedError } from "./wire-speech.ts";

const NAMES: Record<number, string> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  429: "RESOURCE_EXHAUSTED",
  500: "INTERNAL",
  503: "UNAVAILABLE",
  504: "DEADLINE_EXCEEDED",
};

/** An error as all of Google's services write one: `google.rpc.Status` as JSON, with a pause and the request's name among its details. */
export function writeGoogleStatus({ status, message, retryAfterSeconds = null }: SimulatedError): object {
  const request = { "@type": "type.googleapis.com/google.rpc.RequestInfo", requestId: "req_simulated" };
  const retry = { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: `${retryAfterSeconds}s` };
  const details = retryAfterSeconds === null ? [request] : [request, retry];
  return { error: { code: status, message, status: NAMES[status] ?? "UNKNOWN", details } };
}
