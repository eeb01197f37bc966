import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { StreamPart } from "#contracts/stream-part.ts";
import { createChatRequest, cutToContinue, type RoutedPart, textTurn } from "#inference/index.ts";
import { MARKDOWN_TEXT } from "#inference/simulator/texts.ts";
import { SIMULATOR_KEY, type Simulator, startSimulator } from "#inference/simulator/start-simulator.ts";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { createConnection } from "#server/domains/catalog/create-connection.ts";
import { saveCatalogue } from "#server/domains/catalog/save-catalogue.ts";
import { testing } from "#server/domains/catalog/testing-catalogue.ts";
import { askModel } from "./ask-model.ts";
import { listAttempts } from "./list-attempts.ts";

const ADMIN = { userId: createId(), sessionId: createId(), role: "admin" } as const;
const never = new AbortController().signal;

let container: TestContainer;
let simulators: [Simulator, Simulator];
let connectionIds: string[];
beforeAll(async () => {
  container = await createTestContainer();
  simulators = [await startSimulator(), await startSimulator()];
  connectionIds = await Promise.all(
    simulators.map(async ({ url }, index) => {
      const input = { provider: "openai-compatible", baseUrl: `${url}/v1`, apiKey: SIMULATOR_KEY } as const;
      const named = { ...input, scope: "instance", label: `Simulator ${index + 1}` } as const;
      return (await createConnection(container.context, ADMIN, { input: named, signal: never })).id;
    }),
  );
});
afterAll(async () => {
  await Promise.all(simulators.map((simulator) => simulator.close()));
  await container.close();
});

/** Makes "ours" a model that the first simulator serves under the first name, and the second one behind it. */
async function serve(modelNames: readonly [string, string]): Promise<void> {
  const deployments = modelNames.map((modelName, index) =>
    testing.deployment({ connectionId: connectionIds[index] ?? "", modelName, priority: index }),
  );
  const { revision } = await container.context.catalogue.refresh();
  const document = { models: [testing.model()], aliases: [], deployments };
  await saveCatalogue(container.context, ADMIN, { baseRevision: revision, summary: "For a test", document });
  await container.context.catalogue.refresh();
}

/** What a reader that takes back what it is told to holds in the end, and the calls that were written down. */
async function ask() {
  const [userId, generationId] = [createId(), createId()];
  const request = createChatRequest({ turns: [textTurn({ role: "user", text: "Hello" })] });
  let parts: StreamPart[] = [];
  for await (const part of askModel(container.context, { userId, generationId, modelId: "ours", request }, never)) {
    if (part.type === "rewind") parts = parts.slice(0, cutToContinue(parts));
    else parts.push(part);
  }
  const list = () => container.context.attempts.list(userId, generationId, 10);
  // Nobody waits for what is written down.
  await expect.poll(async () => (await list()).map(({ endedAt }) => endedAt !== null)).toSatisfy(isAllTrue);
  const text = parts.map((part) => (part.type === "text-delta" ? part.text : "")).join("");
  return { userId, generationId, parts, text, last: parts.at(-1), attempts: await list() };
}

function isAllTrue(flags: readonly boolean[]): boolean {
  return flags.length > 0 && flags.every(Boolean);
}

async function readAll(stream: AsyncIterable<RoutedPart>): Promise<RoutedPart[]> {
  const parts: RoutedPart[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

test("an answer that breaks off is gone on with by another deployment, and every call is written down with its reasons", async () => {
  await serve(["sim-cut-2000", "sim-markdown"]);
  const { text, last, attempts } = await ask();
  expect(last).toEqual({ type: "finish", reason: "stop" });
  expect(text).toBe(MARKDOWN_TEXT);
  expect(attempts.map(({ kind, outcome, connectionLabel }) => [kind, outcome, connectionLabel])).toEqual([
    ["first", "cut", "Simulator 1"],
    ["failover", "ended", "Simulator 2"],
  ]);
  expect(attempts[0]).toMatchObject({
    usage: null,
    failure: { code: "provider-stream-broken" },
    requestId: "req_simulated",
  });
  expect(attempts[0]?.considered.map(({ isKept, reason }) => [isKept, reason])).toEqual([
    [true, "healthy"],
    [true, "healthy"],
  ]);
  expect(attempts[1]?.usage?.outputTokens).toBeGreaterThan(0);
});

test("a person sees the calls of an answer of their own, an administrator with the reasons by name, nobody those of another", async () => {
  await serve(["sim-cut-2000", "sim-markdown"]);
  const { userId, generationId } = await ask();
  const seenBy = (actor: { userId: string; role: "user" | "admin" }) =>
    listAttempts(container.context, actor, { generationId });
  const calls = await seenBy({ userId, role: "user" });
  expect(calls.map(({ kind, hasGoneOn, reasons }) => [kind, hasGoneOn, reasons])).toEqual([
    ["first", false, []],
    ["failover", true, []],
  ]);
  const [first] = await seenBy({ userId, role: "admin" });
  expect(first?.reasons.map(({ name }) => name)).toEqual(["Simulator 1, sim-cut-2000", "Simulator 2, sim-markdown"]);
  expect(await seenBy({ userId: createId(), role: "admin" })).toEqual([]);
});

test("a deployment that refuses is followed by the next one, and rests as long as it asked", async () => {
  await serve(["sim-rate-limited-60", "sim-short"]);
  const first = await ask();
  expect(first.last).toEqual({ type: "finish", reason: "stop" });
  expect(first.attempts.map(({ outcome }) => outcome)).toEqual(["failed", "ended"]);
  const calls = simulators[0].requests.length;
  const second = await ask();
  expect(second.attempts.map(({ connectionLabel }) => connectionLabel)).toEqual(["Simulator 2"]);
  expect(simulators[0].requests.length).toBe(calls);
  expect(second.attempts[0]?.considered.map(({ reason }) => reason)).toContain("resting");
});

test("where nobody can answer, the last failure is told, and nothing is passed off as whole", async () => {
  await serve(["sim-status-401", "sim-status-403"]);
  const { last, attempts } = await ask();
  expect(last).toMatchObject({ type: "error", error: { code: "provider-permission-denied" } });
  expect(attempts.map(({ outcome }) => outcome)).toEqual(["failed", "failed"]);
});

test("a model that nobody serves is told as that, without a call", async () => {
  const request = createChatRequest({ turns: [textTurn({ role: "user", text: "Hello" })] });
  const call = { userId: createId(), generationId: createId(), modelId: "nobody-serves-this", request };
  const parts = await readAll(askModel(container.context, call, never));
  expect(parts).toMatchObject([{ type: "error", error: { code: "model-unavailable" } }]);
});

test("a call that cannot be written down costs nobody an answer", async () => {
  await serve(["sim-short", "sim-short"]);
  const record = vi.fn().mockRejectedValue(new Error("the database is away"));
  const ctx = { ...container.context, attempts: { ...container.context.attempts, record } };
  const request = createChatRequest({ turns: [textTurn({ role: "user", text: "Hello" })] });
  const call = { userId: createId(), generationId: createId(), modelId: "ours", request };
  const parts = await readAll(askModel(ctx, call, never));
  expect(parts.at(-1)).toEqual({ type: "finish", reason: "stop" });
  expect(record).toHaveBeenCalled();
});
