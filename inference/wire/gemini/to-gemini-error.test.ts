import { expect, test } from "vitest";
import { toGeminiError } from "./to-gemini-error.ts";

type Said = { code: number; status: string; message: string; details?: unknown[] };
const body = (error: Said) => ({ error });

test("a pause that stands in the details is asked for, in milliseconds", () => {
  const details = [
    { "@type": "type.googleapis.com/google.rpc.QuotaFailure", violations: [{ quotaId: "PerMinute" }] },
    { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "36.517s" },
  ];
  const error = toGeminiError(body({ code: 429, status: "RESOURCE_EXHAUSTED", message: "Quota exceeded.", details }), {
    status: 429,
  });
  expect(error).toMatchObject({ code: "provider-rate-limited", isRetryable: true, retryAfterMs: 36_517, status: 429 });
});

test("a pause that stands in the headers counts where the details name none", () => {
  const error = toGeminiError(body({ code: 429, status: "RESOURCE_EXHAUSTED", message: "Later." }), {
    status: 429,
    retryAfterMs: 2_000,
  });
  expect(error.retryAfterMs).toBe(2_000);
});

test.each([
  {
    error: { code: 400, status: "INVALID_ARGUMENT", message: "API key not valid. Please pass a valid API key." },
    reason: "API_KEY_INVALID",
    expected: "provider-key-invalid",
  },
  {
    error: { code: 400, status: "INVALID_ARGUMENT", message: "API key expired." },
    reason: "API_KEY_INVALID",
    expected: "provider-key-invalid",
  },
  {
    error: { code: 401, status: "UNAUTHENTICATED", message: "Invalid credentials." },
    reason: "ACCESS_TOKEN_EXPIRED",
    expected: "provider-key-invalid",
  },
  {
    error: { code: 403, status: "PERMISSION_DENIED", message: "Requests are blocked." },
    reason: "API_KEY_SERVICE_BLOCKED",
    expected: "provider-permission-denied",
  },
  {
    error: { code: 403, status: "PERMISSION_DENIED", message: "Enable billing." },
    reason: "BILLING_DISABLED",
    expected: "provider-permission-denied",
  },
  {
    error: { code: 429, status: "RESOURCE_EXHAUSTED", message: "Your prepayment credits are depleted." },
    reason: null,
    expected: "provider-permission-denied",
  },
  {
    error: { code: 400, status: "FAILED_PRECONDITION", message: "User location is not supported for the API use." },
    reason: null,
    expected: "provider-permission-denied",
  },
  {
    error: { code: 400, status: "INVALID_ARGUMENT", message: "The input token count exceeds the maximum." },
    reason: null,
    expected: "provider-request-rejected",
  },
  {
    error: { code: 404, status: "NOT_FOUND", message: "models/none is not found." },
    reason: null,
    expected: "model-unavailable",
  },
])("$error.message ($reason) is $expected, and trying again helps nothing", ({ error, reason, expected }) => {
  const details = [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason }];
  expect(toGeminiError(body({ ...error, details }), { status: error.code })).toMatchObject({
    code: expected,
    isRetryable: false,
    message: error.message,
  });
});

test.each([
  [429, "provider-rate-limited"],
  [500, "provider-unavailable"],
  [503, "provider-unavailable"],
  [504, "provider-unavailable"],
])("%s is %s, to be tried again", (status, code) => {
  expect(toGeminiError(body({ code: status, status: "X", message: "x" }), { status })).toMatchObject({
    code,
    isRetryable: true,
  });
});

test("an error in a list is the same error", () => {
  const error = toGeminiError([body({ code: 429, status: "RESOURCE_EXHAUSTED", message: "Later." })], { status: 429 });
  expect(error).toMatchObject({ code: "provider-rate-limited", message: "Later." });
});

test("the name of the request is the header's, else the one in the details", () => {
  const details = [{ "@type": "type.googleapis.com/google.rpc.RequestInfo", requestId: "r1" }];
  expect(toGeminiError(body({ code: 500, status: "INTERNAL", message: "x", details }), { status: 500 }).requestId).toBe(
    "r1",
  );
  expect(
    toGeminiError(body({ code: 500, status: "INTERNAL", message: "x", details }), { status: 500, requestId: "h" })
      .requestId,
  ).toBe("h");
});

test.each([null, "<html>", 7, [], {}, { error: "no" }, { error: { details: "no" } }])(
  "%j is no error of Google's, and an error all the same",
  (whatever) => {
    expect(toGeminiError(whatever, { status: 502 })).toMatchObject({ code: "provider-unavailable" });
    expect(toGeminiError(whatever, {})).toMatchObject({ code: "provider-stream-broken", isRetryable: true });
  },
);
