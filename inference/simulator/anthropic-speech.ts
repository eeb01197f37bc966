import type { SimulatedError, WireSpeech } from "./wire-speech.ts";
import { ANTHROPIC_ERROR_FRAME, writeAnthropicFrames, writeAnthropicMessage } from "./write-anthropic-frames.ts";

const TYPES: Record<number, string> = {
  400: "invalid_request_error",
  401: "authentication_error",
  402: "billing_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  529: "overloaded_error",
};

/** How Anthropic speaks. */
export const ANTHROPIC_SPEECH: WireSpeech = {
  writeFrames: writeAnthropicFrames,
  errorFrame: ANTHROPIC_ERROR_FRAME,
  writeWhole: writeAnthropicMessage,
  writeModels: (names) => ({
    data: names.map((id) => ({ type: "model", id, display_name: id, created_at: "2026-09-01T00:00:00Z" })),
    has_more: false,
    first_id: names[0] ?? null,
    last_id: names.at(-1) ?? null,
  }),
  writeError: ({ status, message }: SimulatedError) => ({
    type: "error",
    error: { type: TYPES[status] ?? "api_error", message },
    request_id: "req_simulated",
  }),
  promptFiltered: {
    status: 400,
    body: {
      type: "error",
      error: { type: "invalid_request_error", message: "Output blocked by content filtering policy" },
      request_id: "req_simulated",
    },
  },
  requestIdHeader: "request-id",
};
