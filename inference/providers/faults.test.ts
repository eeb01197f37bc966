import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ErrorCode } from "#contracts/error-codes.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import { createChatModel } from "#inference/create-chat-model.ts";
import { createChatRequest } from "#inference/create-chat-request.ts";
import type { ProviderConnection, ProviderName } from "#inference/provider.ts";
import { textTurn } from "#inference/text-turn.ts";
import { askSimulator } from "#inference/simulator/ask-simulator.ts";
import { connectSimulator } from "#inference/simulator/connect-simulator.ts";
import type { TimeLimits } from "#inference/time-limits.ts";
import { startSimulator, type Simulator } from "#inference/simulator/start-simulator.ts";

const PROVIDERS = ["openai", "anthropic", "azure-openai", "google", "vertex", "openai-compatible"] as const;

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

function endOf(parts: readonly StreamPart[]): Partial<Extract<StreamPart, { type: "error" }>["error"]> {
  const last = parts.at(-1);
  return last?.type === "error" ? last.error : {};
}

/** Only the silence that a scenario is about is short: a busy machine must not look like a silent provider. */
function timeLimitsFor(modelName: string): Partial<TimeLimits> {
  if (modelName === "sim-silence") return { responseStartMs: 200 };
  return modelName.startsWith("sim-stall") ? { stallMs: 200 } : {};
}

/** What every provider must make of each fault. `text`: something of the answer came before it. */
const FAULTS: { modelName: string; code: ErrorCode; isRetryable: boolean; text: boolean }[] = [
  { modelName: "sim-cut", code: "provider-stream-broken", isRetryable: true, text: true },
  { modelName: "sim-cut-0", code: "provider-stream-broken", isRetryable: true, text: false },
  { modelName: "sim-reset", code: "provider-stream-broken", isRetryable: true, text: true },
  { modelName: "sim-stall", code: "provider-stream-broken", isRetryable: true, text: true },
  { modelName: "sim-stall-0", code: "provider-stream-broken", isRetryable: true, text: false },
  { modelName: "sim-missing-finish", code: "provider-stream-broken", isRetryable: true, text: true },
  { modelName: "sim-malformed-event", code: "provider-stream-broken", isRetryable: true, text: true },
  { modelName: "sim-huge-event", code: "provider-stream-broken", isRetryable: false, text: true },
  { modelName: "sim-in-band-error", code: "provider-unavailable", isRetryable: true, text: true },
  { modelName: "sim-silence", code: "provider-unreachable", isRetryable: true, text: false },
  { modelName: "sim-web-page", code: "provider-unreachable", isRetryable: false, text: false },
  { modelName: "sim-redirect", code: "provider-unreachable", isRetryable: false, text: false },
  { modelName: "sim-status-400", code: "provider-request-rejected", isRetryable: false, text: false },
  { modelName: "sim-status-401", code: "provider-key-invalid", isRetryable: false, text: false },
  { modelName: "sim-status-402", code: "provider-permission-denied", isRetryable: false, text: false },
  { modelName: "sim-status-403", code: "provider-permission-denied", isRetryable: false, text: false },
  { modelName: "sim-status-404", code: "model-unavailable", isRetryable: false, text: false },
  { modelName: "sim-status-413", code: "provider-request-rejected", isRetryable: false, text: false },
  { modelName: "sim-status-422", code: "provider-request-rejected", isRetryable: false, text: false },
  { modelName: "sim-status-429", code: "provider-rate-limited", isRetryable: true, text: false },
  { modelName: "sim-status-500", code: "provider-unavailable", isRetryable: true, text: false },
  { modelName: "sim-status-503", code: "provider-unavailable", isRetryable: true, text: false },
  { modelName: "sim-status-529", code: "provider-unavailable", isRetryable: true, text: false },
  { modelName: "no-such-model", code: "model-unavailable", isRetryable: false, text: false },
];

const HELLO = createChatRequest({ turns: [textTurn({ role: "user", text: "Hello" })] });
const connectTo = (provider: ProviderName): ProviderConnection => connectSimulator(simulator.url, provider);

describe.each(PROVIDERS)("%s", (provider) => {
  test.each(FAULTS)("ends $modelName with $code", async ({ modelName, code, isRetryable, text }) => {
    const options = { timeLimits: timeLimitsFor(modelName) };
    const parts = await askSimulator(simulator.url, { provider, modelName, options });
    expect(endOf(parts)).toMatchObject({ code, isRetryable });
    expect(parts.filter(({ type }) => type === "error" || type === "finish")).toHaveLength(1);
    expect(parts.some(({ type }) => type === "text-delta")).toBe(text);
  });

  test("passes on how long the provider asks to wait, and its name for the request", async () => {
    const parts = await askSimulator(simulator.url, { provider, modelName: "sim-rate-limited-7" });
    expect(endOf(parts)).toMatchObject({
      code: "provider-rate-limited",
      status: 429,
      retryAfterMs: 7_000,
      requestId: "req_simulated",
    });
  });

  test("asks once, however the provider fails: retrying is not its work", async () => {
    const before = simulator.requests.length;
    await askSimulator(simulator.url, { provider, modelName: "sim-status-529" });
    expect(simulator.requests.length).toBe(before + 1);
  });

  test("never repeats a key that the provider repeats", async () => {
    const apiKey = "sk-very-secret-0123456789";
    const parts = await askSimulator(simulator.url, { provider, modelName: "sim-short", apiKey });
    expect(endOf(parts)).toMatchObject({ code: "provider-key-invalid", message: expect.stringContaining("[key]") });
    expect(JSON.stringify(parts)).not.toContain(apiKey);
  });

  test.each([
    ["the caller aborts before it asks", "sim-short", 0],
    ["the caller aborts in the middle of the answer", "sim-slow@5", 3],
  ])("ends without a terminal part when %s, and hangs up", async (_when, modelName, after) => {
    const controller = new AbortController();
    const model = createChatModel(connectTo(provider), modelName);
    const parts: StreamPart[] = [];
    if (after === 0) controller.abort();
    for await (const part of model.stream(HELLO, controller.signal)) {
      parts.push(part);
      if (parts.length === after) controller.abort();
    }
    expect(parts).toHaveLength(after);
    expect(parts.every(({ type }) => type === "response-start" || type === "text-delta")).toBe(true);
    await expect.poll(() => simulator.countOpenAnswers(), { timeout: 4_000 }).toBe(0);
  });

  test("hangs up when its reader stops reading", async () => {
    const model = createChatModel(connectTo(provider), "sim-slow@5");
    const signal = new AbortController().signal;
    for await (const part of model.stream(HELLO, signal)) if (part.type === "text-delta") break;
    await expect.poll(() => simulator.countOpenAnswers(), { timeout: 4_000 }).toBe(0);
  });

  test("says that nothing answers at an address where nothing answers", async () => {
    const parts = await askSimulator(await findDeafAddress(), { provider, modelName: "sim-short" });
    expect(endOf(parts)).toMatchObject({ code: "provider-unreachable", isRetryable: true });
    expect(endOf(parts).message).toContain("ECONNREFUSED");
  });

  test.each(["no address", "ftp://example.org", "http://me:secret@127.0.0.1"])(
    "says what is wrong with the base address %s, and throws nothing",
    async (baseUrl) => {
      const parts = await askSimulator(baseUrl, { provider, modelName: "sim-short" });
      expect(endOf(parts)).toMatchObject({ code: "provider-unreachable", isRetryable: false });
      expect(endOf(parts).message).toContain("base address");
    },
  );

  test("says that a key with a line break in it is no key", async () => {
    const parts = await askSimulator(simulator.url, { provider, modelName: "sim-short", apiKey: "sim\nkey" });
    expect(endOf(parts)).toMatchObject({ code: "provider-key-invalid" });
  });
});

test("a finish reason makes the answer whole although the stream then hangs", async () => {
  const options = { timeLimits: { stallMs: 5_000, afterFinishMs: 30 } };
  const asking = { provider: "openai" as const, modelName: "sim-late-usage-60000", options };
  const parts = await askSimulator(simulator.url, asking);
  expect(parts.at(-1)).toEqual({ type: "finish", reason: "stop" });
});

test("an answer that never ends is ended", async () => {
  const options = { timeLimits: { answerMs: 50 } };
  const parts = await askSimulator(simulator.url, { provider: "openai", modelName: "sim-slow@10", options });
  expect(endOf(parts)).toMatchObject({ code: "provider-stream-broken", isRetryable: false });
});

async function findDeafAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}
