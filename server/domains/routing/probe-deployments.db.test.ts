import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SIMULATOR_KEY, type Simulator, startSimulator } from "#inference/simulator/start-simulator.ts";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { createConnection } from "#server/domains/catalog/create-connection.ts";
import { deploymentId } from "#server/domains/catalog/deployment-id.ts";
import { saveCatalogue } from "#server/domains/catalog/save-catalogue.ts";
import { testing } from "#server/domains/catalog/testing-catalogue.ts";
import { probeDeployments } from "./probe-deployments.ts";
import { createRouterState } from "./router-state.ts";

const ADMIN = { userId: createId(), sessionId: createId(), role: "admin" } as const;
const never = new AbortController().signal;

let container: TestContainer;
let simulator: Simulator;
let connectionId: string;
beforeAll(async () => {
  container = await createTestContainer();
  simulator = await startSimulator();
  const input = { provider: "openai-compatible", baseUrl: `${simulator.url}/v1`, apiKey: SIMULATOR_KEY } as const;
  const named = { ...input, scope: "instance", label: "Simulator" } as const;
  connectionId = (await createConnection(container.context, ADMIN, { input: named, signal: never })).id;
});
afterAll(async () => {
  await simulator.close();
  await container.close();
});

/** One deployment of "ours" by this name, and a process that has asked nobody and whose clock a test moves. */
async function serve(modelName: string, state: "on" | "off" = "on") {
  const { revision } = await container.context.catalogue.refresh();
  const document = {
    models: [testing.model()],
    aliases: [],
    deployments: [testing.deployment({ connectionId, modelName, state })],
  };
  await saveCatalogue(container.context, ADMIN, { baseRevision: revision, summary: "For a test", document });
  await container.context.catalogue.refresh();
  let now = Date.now();
  const router = { ...createRouterState(), clock: { now: () => now, sleep: async () => {} } };
  const ctx = { ...container.context, router };
  const id = deploymentId(connectionId, modelName);
  simulator.requests.length = 0;
  return {
    id,
    health: router.health,
    probe: () => probeDeployments(ctx, never),
    read: () => router.health.read(id, now),
    passMs: (ms: number) => (now += ms),
    fail: () => {
      router.health.start(id, now);
      router.health.end(id, { startedAt: now, verdict: "fault", failure: null }, now);
    },
    asked: () => simulator.requests.filter(({ path }) => path.startsWith("/v1/")).map(({ path }) => path),
  };
}

test("what nobody has asked for a while is asked for its models, once", async () => {
  const { probe, read, asked } = await serve("sim-short");
  await probe();
  await probe();
  expect(asked()).toEqual(["/v1/models"]);
  expect(read().probes).toMatchObject([{ failureCode: null }]);
});

test("a half-open breaker is closed by an answer, and by nothing less", async () => {
  const { probe, read, fail, passMs, asked } = await serve("sim-echo");
  for (let call = 0; call < 5; call++) fail();
  expect(read().breaker).toBe("open");
  await probe();
  expect(asked()).toEqual([]);
  passMs(120_000);
  expect(read().breaker).toBe("half-open");
  await probe();
  expect(asked()).toEqual(["/v1/chat/completions"]);
  expect(read()).toMatchObject({ breaker: "closed", probes: [{ failureCode: null }] });
});

test("one that still fails stays away, and says why", async () => {
  const { probe, read, fail, passMs } = await serve("sim-status-503");
  for (let call = 0; call < 5; call++) fail();
  passMs(120_000);
  await probe();
  expect(read()).toMatchObject({ breaker: "open", probes: [{ failureCode: "provider-unavailable" }] });
});

test("what is switched off is left alone", async () => {
  const { probe, asked } = await serve("sim-short", "off");
  await probe();
  expect(asked()).toEqual([]);
});
