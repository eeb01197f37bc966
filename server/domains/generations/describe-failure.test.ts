import { expect, test } from "vitest";
import { ERROR_CODES } from "#contracts/error-codes.ts";
import { describeFailure } from "./describe-failure.ts";

const failure = { message: "secret detail", isRetryable: true, status: 500, requestId: "r", retryAfterMs: null };

test.each(ERROR_CODES)("%s is told in whole sentences that quote no detail", (code) => {
  const { userMessage } = describeFailure({ ...failure, code }, "My server");
  expect(userMessage).toMatch(/^[A-Z].*\.$/);
  expect(userMessage).not.toContain("secret");
});

test.each([
  [null, "in a moment"],
  [200, "in 1 second"],
  [12_000, "in 12 seconds"],
  [300_000, "in 5 minutes"],
])("a pause of %s ms is told as %s", (retryAfterMs, words) => {
  const { userMessage } = describeFailure({ ...failure, code: "provider-rate-limited", retryAfterMs }, "OpenAI");
  expect(userMessage).toBe(`OpenAI asks for a pause. Try again ${words}.`);
});
