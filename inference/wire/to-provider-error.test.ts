import { expect, test } from "vitest";
import { toProviderError } from "./to-provider-error.ts";

const KEY = "sk-a-key-that-nobody-may-read";

/** Everything that a log writes of an error: its own words and those of all its causes. */
function wordsOf(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.stack}${wordsOf(thrown.cause)}` : "";
}

test("a key that the provider repeats is in no cause of the error either", () => {
  const refused = Object.assign(new Error(`401 Incorrect API key provided: ${KEY}`), {
    status: 401,
    headers: new Headers(),
    error: { message: `Incorrect API key provided: ${KEY}` },
  });
  const error = toProviderError(refused, { apiKey: KEY, isReadingAnswer: false });
  expect(error.code).toBe("provider-key-invalid");
  expect(wordsOf(error)).not.toContain(KEY);
  const broken = new TypeError("fetch failed", { cause: new Error(`bad header: ${KEY}`) });
  expect(wordsOf(toProviderError(broken, { apiKey: KEY, isReadingAnswer: false }))).not.toContain(KEY);
});

test("a cause without the key is kept", () => {
  const broken = new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") });
  expect(toProviderError(broken, { apiKey: KEY, isReadingAnswer: false }).cause).toBe(broken);
});

test("which of Azure's filters refused a question is said", () => {
  const refused = Object.assign(new Error("400 The response was filtered"), {
    status: 400,
    headers: new Headers({ "apim-request-id": "9c1b" }),
    error: {
      code: "content_filter",
      message: "The prompt was filtered.",
      innererror: {
        code: "ResponsibleAIPolicyViolation",
        content_filter_result: { hate: { filtered: false }, jailbreak: { filtered: true, detected: true } },
      },
    },
  });
  expect(toProviderError(refused, { apiKey: KEY, isReadingAnswer: false })).toMatchObject({
    code: "provider-content-filtered",
    message: "The prompt was filtered. Filtered: jailbreak.",
    isRetryable: false,
    requestId: "9c1b",
  });
});
