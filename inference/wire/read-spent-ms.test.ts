import { expect, test } from "vitest";
import { readSpentMs } from "./read-spent-ms.ts";

const NOW = Date.parse("2026-11-23T20:00:00Z");

test.each([
  [{}, null],
  [{ "x-ratelimit-remaining-requests": "4999", "x-ratelimit-reset-requests": "12ms" }, null],
  [{ "x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "120ms" }, 120],
  [{ "x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "1m0.5s" }, 60_000],
  [{ "x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "7" }, 7_000],
  [{ "x-ratelimit-remaining-tokens": "-1", "x-ratelimit-reset-tokens": "0" }, null],
  [{ "x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "0" }, null],
  [{ "x-ratelimit-remaining-tokens": "0" }, null],
  [{ "x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "soon" }, null],
  [
    {
      "anthropic-ratelimit-requests-remaining": "0",
      "anthropic-ratelimit-requests-reset": "2026-11-23T20:00:04Z",
      "anthropic-ratelimit-output-tokens-remaining": "0",
      "anthropic-ratelimit-output-tokens-reset": "2026-11-23T20:00:09Z",
    },
    9_000,
  ],
  [{ "anthropic-ratelimit-tokens-remaining": "0", "anthropic-ratelimit-tokens-reset": "2026-11-23T19:00:00Z" }, null],
])("of %j nothing is left for %s ms", (headers, expected) => {
  expect(readSpentMs(new Headers(headers), NOW)).toBe(expected);
});
