import { expect, test } from "vitest";
import { readRetryAfterMs } from "./read-retry-after-ms.ts";

const NOW = Date.parse("2026-11-23T20:00:00Z");

test.each([
  [{}, null],
  [{ "retry-after": "7" }, 7_000],
  [{ "retry-after": "0.5" }, 500],
  [{ "retry-after-ms": "120", "retry-after": "7" }, 120],
  [{ "retry-after": "Mon, 23 Nov 2026 20:00:30 GMT" }, 30_000],
  [{ "retry-after": "Mon, 23 Nov 2026 19:00:00 GMT" }, 0],
  [{ "retry-after": "99999999999999999999" }, 86_400_000],
  [{ "retry-after": "soon" }, null],
])("reads %j as %s", (headers, expected) => {
  expect(readRetryAfterMs(new Headers(headers), NOW)).toEqual(expected);
});
