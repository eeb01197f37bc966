import { expect, test } from "vitest";
import { classifyStatus } from "./classify-status.ts";

const refusal = { status: 400, type: "", message: "", hasErrorBody: true };

test.each([
  ["an account without credit at OpenAI", { status: 429, type: "insufficient_quota" }, "provider-permission-denied"],
  [
    "an account without credit at Anthropic",
    { message: "Your credit balance is too low" },
    "provider-permission-denied",
  ],
  ["a prompt that a filter stopped", { type: "content_filter" }, "provider-content-filtered"],
  [
    "a question that OpenAI's filter stopped",
    { type: "invalid_request_error invalid_prompt" },
    "provider-content-filtered",
  ],
  [
    "an answer that Anthropic's filter stopped",
    { type: "invalid_request_error", message: "Output blocked by content filtering policy" },
    "provider-content-filtered",
  ],
  ["a page that is not there", { status: 404, hasErrorBody: false }, "provider-unreachable"],
  ["a request that took too long", { status: 408 }, "provider-unavailable"],
])("%s", (_what, fields, code) => {
  expect(classifyStatus({ ...refusal, ...fields }).code).toBe(code);
});

test("waiting helps a full provider and not an empty account", () => {
  expect(classifyStatus({ ...refusal, status: 429 }).isRetryable).toBe(true);
  expect(classifyStatus({ ...refusal, status: 429, type: "insufficient_quota" }).isRetryable).toBe(false);
});
