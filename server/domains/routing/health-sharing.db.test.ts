import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { createRouterState } from "./router-state.ts";
import { HealthSharing } from "./health-sharing.ts";

let container: TestContainer;
beforeAll(async () => {
  container = await createTestContainer();
});
afterAll(() => container.close());

/** A process of its own, as far as health goes. */
function startProcess() {
  const router = createRouterState();
  const ctx = { ...container.context, clock: { now: () => new Date() }, router };
  return { board: router.health, sharing: new HealthSharing(ctx) };
}

const FAILURE = {
  code: "provider-unavailable",
  message: "down",
  isRetryable: true,
  status: 503,
  requestId: "req_1",
  retryAfterMs: null,
} as const;

function fail(board: ReturnType<typeof startProcess>["board"], deploymentId: string): void {
  const now = Date.now();
  board.start(deploymentId, now);
  board.end(deploymentId, { startedAt: now, verdict: "fault", failure: FAILURE }, now);
}

test("a breaker that opens in one process is open in the others, with what opened it", async () => {
  const [one, other] = [startProcess(), startProcess()];
  const deploymentId = createId();
  for (let call = 0; call < 5; call++) fail(one.board, deploymentId);
  await one.sharing.turn();
  await other.sharing.turn();
  const known = other.board.read(deploymentId, Date.now());
  expect(known).toMatchObject({ breaker: "open", recent: { calls: 5, faults: 5 } });
  expect(known.failures[0]).toMatchObject({ status: 503, requestId: "req_1" });
});

test("a process that reads seldom misses nothing, and being told twice changes nothing", async () => {
  const [one, other] = [startProcess(), startProcess()];
  const deploymentId = createId();
  for (let call = 0; call < 3; call++) {
    fail(one.board, deploymentId);
    await one.sharing.turn();
  }
  await other.sharing.turn();
  await other.sharing.turn();
  expect(other.board.read(deploymentId, Date.now()).recent).toEqual({ calls: 3, faults: 3 });
});

test("words that this version does not know are passed over", async () => {
  const { board, sharing } = startProcess();
  const deploymentId = createId();
  await container.context.health.save(createId(), [{ deploymentId, state: { deploymentId, of: "tomorrow" } }]);
  await sharing.turn();
  expect(board.read(deploymentId, Date.now()).breaker).toBe("closed");
});

test("what is old goes", async () => {
  const { health } = container.context;
  await health.save(createId(), [{ deploymentId: createId(), state: {} }]);
  expect(await health.purge(60_000)).toBe(0);
  expect(await health.purge(-1_000)).toBeGreaterThan(0);
});
