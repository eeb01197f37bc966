import type { ServerResponse } from "node:http";
import type { SimulatedRequest } from "./read-simulated-request.ts";

type SimulatedError = { status: number; message: string; retryAfterSeconds?: number | null };

const OPENAI_TYPES: Record<number, string> = {
  401: "invalid_api_key",
  404: "model_not_found",
  429: "rate_limit_exceeded",
};
const ANTHROPIC_TYPES: Record<number, string> = {
  400: "invalid_request_error",
  401: "authentication_error",
  402: "billing_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  529: "overloaded_error",
};

/** Answers with an error as the provider of that wire format does. */
export function writeError(
  response: ServerResponse,
  wire: SimulatedRequest["wire"],
  { status, message, retryAfterSeconds = null }: SimulatedError,
): void {
  const body =
    wire === "anthropic"
      ? { type: "error", error: { type: ANTHROPIC_TYPES[status] ?? "api_error", message }, request_id: "req_simulated" }
      : { error: { message, type: "simulated_error", param: null, code: OPENAI_TYPES[status] ?? null } };
  response.writeHead(status, {
    "content-type": "application/json",
    [wire === "anthropic" ? "request-id" : "x-request-id"]: "req_simulated",
    ...(retryAfterSeconds === null ? {} : { "retry-after": String(retryAfterSeconds) }),
  });
  response.end(JSON.stringify(body));
}
