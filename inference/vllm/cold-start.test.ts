import { expect, test } from "vitest";
import type { ProviderFailure } from "#contracts/stream-part.ts";
import { askSimulator } from "#inference/simulator/ask-simulator.ts";
import { createConnection } from "#inference/create-connection.ts";
import type { ProviderConnection } from "#inference/provider.ts";
import { coldStart } from "./cold-start.ts";

const NEAR = createConnection({ provider: "openai-compatible", baseUrl: "http://vllm:8000/v1" });
const FAR = createConnection({ provider: "openai-compatible", baseUrl: "https://models.example.org/v1" });

const LOADING: ProviderFailure = {
  code: "provider-unavailable",
  message: "Loading model",
  isRetryable: true,
  status: 503,
  requestId: null,
  retryAfterMs: null,
};
const REFUSED: ProviderFailure = { ...LOADING, code: "provider-unreachable", message: "ECONNREFUSED", status: null };

const pause = (connection: ProviderConnection, failure: ProviderFailure, waitedMs: number): number | null | undefined =>
  coldStart(connection)?.pauseAfter(failure, waitedMs);

/** All that is waited for a server that never comes up, pause by pause. */
function waitAll(connection: ProviderConnection, failure: ProviderFailure): number[] {
  const pauses: number[] = [];
  for (let waitedMs = 0; ;) {
    const next = pause(connection, failure, waitedMs);
    if (next === null || next === undefined) return pauses;
    pauses.push(next);
    waitedMs += next;
  }
}

test.each([
  ["refuses", REFUSED],
  ["answers 503", LOADING],
])("a server of one's own that %s is asked again, at first soon, and not for ever", (_what, failure) => {
  const pauses = waitAll(NEAR, failure);
  const waitedMs = pauses.reduce((sum, ms) => sum + ms, 0);
  expect(pauses[0]).toBe(1_000);
  expect(Math.max(...pauses)).toBe(10_000);
  expect(waitedMs).toBeLessThanOrEqual(coldStart(NEAR)?.limitMs ?? 0);
  expect(waitedMs).toBeGreaterThan(200_000);
  expect(pauses.length).toBeLessThan(40);
});

test("somebody's service is waited for a moment only", () => {
  expect(waitAll(FAR, LOADING).reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(30_000);
});

test("a server that says when is asked then, unless that is too late", () => {
  expect(pause(NEAR, { ...LOADING, retryAfterMs: 20_000 }, 0)).toBe(20_000);
  expect(pause(NEAR, { ...LOADING, retryAfterMs: 10 }, 0)).toBe(1_000);
  expect(pause(NEAR, { ...LOADING, retryAfterMs: 3_600_000 }, 0)).toBeNull();
});

test.each([
  ["what no repetition helps", { ...LOADING, isRetryable: false }],
  ["a fault of its own", { ...LOADING, status: 500 }],
  ["too many requests", { ...LOADING, code: "provider-rate-limited" as const, status: 429 }],
  ["a name that nobody knows", { ...REFUSED, message: "getaddrinfo ENOTFOUND vllm" }],
  ["an answer that broke off", { ...REFUSED, code: "provider-stream-broken" as const }],
])("%s is no cold start", (_what, failure) => {
  expect(pause(NEAR, failure, 0)).toBeNull();
});

test.each(["openai", "anthropic", "azure-openai", "google", "vertex", "demo"] as const)(
  "%s loads nothing for us",
  (provider) => {
    expect(coldStart(createConnection({ provider, baseUrl: "http://127.0.0.1:8000" }))).toBeNull();
  },
);

test("where really nobody listens is seen as a cold start", async () => {
  const parts = await askSimulator("http://127.0.0.1:9/v1", { provider: "openai-compatible", modelName: "m" });
  const last = parts.at(-1);
  expect(last?.type === "error" ? pause(NEAR, last.error, 0) : null).toBe(1_000);
});
