import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { healthViewSchema } from "#contracts/deployment-health.ts";
import { HealthBoard } from "#inference/index.ts";
import { SIMULATOR_KEY, type Simulator, startSimulator } from "#inference/simulator/start-simulator.ts";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { createConnection } from "#server/domains/catalog/create-connection.ts";
import { deploymentId } from "#server/domains/catalog/deployment-id.ts";
import { saveCatalogue } from "#server/domains/catalog/save-catalogue.ts";
import { testing } from "#server/domains/catalog/testing-catalogue.ts";
import { listHealth } from "./list-health.ts";

const ADMIN = { userId: createId(), sessionId: createId(), role: "admin" } as const;

let container: TestContainer;
let simulator: Simulator;
let id: string;
beforeAll(async () => {
  container = await createTestContainer();
  simulator = await startSimulator();
  const input = { provider: "openai-compatible", baseUrl: `${simulator.url}/v1`, apiKey: SIMULATOR_KEY } as const;
  const named = { ...input, scope: "instance", label: "Simulator" } as const;
  const signal = new AbortController().signal;
  const connection = await createConnection(container.context, ADMIN, { input: named, signal });
  const deployments = [testing.deployment({ connectionId: connection.id, modelName: "sim-short" })];
  const document = { models: [testing.model()], aliases: [], deployments };
  await saveCatalogue(container.context, ADMIN, { baseRevision: 0, summary: "For a test", document });
  await container.context.catalogue.refresh();
  id = deploymentId(connection.id, "sim-short");
});
afterAll(async () => {
  await simulator.close();
  await container.close();
});

/** The contexts of tests that look across people, as this page does. */
const look = async () =>
  listHealth(
    { ...container.acrossUsers, catalogue: container.context.catalogue, clock: { now: () => new Date() } },
    ADMIN,
  );

test("nobody but an administrator is told", async () => {
  await expect(listHealth(container.acrossUsers, { role: "user" })).rejects.toMatchObject({ code: "forbidden" });
});

test("a deployment that nobody asked is well, with nothing measured", async () => {
  const view = healthViewSchema.parse(await look());
  expect(view.deployments).toMatchObject([
    { id, modelLabel: "Ours", connectionLabel: "Simulator", state: "on", series: null, machine: null },
  ]);
  expect(view.deployments[0]?.breaker).toMatchObject({ state: "closed", why: null });
});

test("what any process has seen is shown: an open breaker and why, the last errors, the load of the machine", async () => {
  const board = new HealthBoard(createId());
  const now = Date.now();
  const failure = {
    code: "provider-unavailable",
    message: "the server is down",
    isRetryable: true,
    status: 503,
    requestId: "req_7",
    retryAfterMs: null,
  } as const;
  for (let call = 0; call < 5; call++) {
    board.start(id, now);
    board.end(id, { startedAt: now, verdict: "fault", failure }, now);
  }
  const { processId, deployments } = board.exportSince(0, now);
  const machine = { waiting: 3, running: 8, kvUse: 0.5 };
  await container.acrossUsers.health.save(
    processId,
    deployments.map((state) => ({ deploymentId: id, state: { ...state, machine } })),
  );
  const view = healthViewSchema.parse(await look());
  expect(view.deployments[0]).toMatchObject({
    breaker: { state: "open", why: expect.stringContaining("for ") },
    machine: { waiting: 3, running: 8, cacheShare: 0.5 },
  });
  expect(view.deployments[0]?.errors[0]).toMatchObject({
    status: 503,
    requestId: "req_7",
    message: "the server is down",
  });
});
