import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { writeCount } from "#inference/simulator/texts.ts";
import { createProgress } from "#scripts/install/progress.mjs";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { readWhileMoving } from "#scripts/testing/gateway/read-while-moving.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { TestSocket } from "#scripts/testing/gateway/test-socket.ts";
import { type Container, createContainer } from "#server/container.ts";
import { issueSocketTicket } from "#server/domains/accounts/index.ts";
import { findPorts } from "./find-ports.ts";
import { startFrontDoor, type FrontDoor } from "./front-door/start-front-door.ts";
import { createClientFinder } from "./front-door/find-client.ts";
import { restartProcesses } from "./restart-processes.ts";
import type { Instance } from "./stop-instance.ts";
import { supervise } from "./supervise.ts";
import { planRealtime } from "./testing/plan-realtime.ts";

// Real processes start a dozen times.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const root = join(import.meta.dirname, "../..");

let gateway: TestGateway;
/** On the time of the processes, or their tickets would be old. */
let own: Container;
let door: FrontDoor;
const instance: Instance = { processes: [] };
const said: string[] = [];

beforeAll(async () => {
  gateway = await startTestGateway();
  // The processes alone are to write answers.
  await gateway.server.drain({ graceMs: 0, hurry: new AbortController().signal });
  own = createContainer(gateway.container.env, "test");
});
afterAll(async () => {
  await own.close();
  await gateway.close();
});
afterEach(async () => {
  await Promise.all(instance.processes.splice(0).map((process) => process.stop(2_000)));
  door.closeAll();
  door.close();
});

/** Two realtime processes as the launcher runs them, behind a front door. */
async function start(drainSeconds: number): Promise<void> {
  const hooks = { onLine: (_name: string, line: string) => said.push(line), onExit: say, onReady: say, onSilent: say };
  for (const name of ["realtime-1", "realtime-2"])
    instance.processes.push(supervise(planRealtime(own.env, name, drainSeconds), hooks));
  await Promise.all(instance.processes.map(({ becameReady }) => becameReady));
  const findReadiness = async () => ({ isReady: true, processes: {} });
  const findClient = createClientFinder([]);
  door = await startFrontDoor({ host: "127.0.0.1", port: 0, isDevelopment: false, findClient, findReadiness });
  door.open((kind) => findPorts(instance.processes, kind));
}

function say(name: string, reason = "changed"): void {
  said.push(`${name} ${reason}`);
}

async function restart(): Promise<void> {
  const progress = createProgress({ write: (text) => said.push(text), isTerminal: false });
  await restartProcesses(instance, { root, isDevelopment: false, progress, signal: new AbortController().signal });
}

/** Somebody new asks the model, and reads while moving wherever the front door sends them. */
async function readAsSomebodyNew(model: string) {
  const actor = await gateway.createActor();
  const turn = newTurn({ modelId: gateway.modelId(model) });
  const open = async () => {
    const socket = TestSocket.open(door.port, { ticket: await issueSocketTicket(own.context, actor) });
    const closed = await Promise.race([socket.next("welcome").then(() => null), socket.closed]);
    if (closed) throw new Error(`the front door refused a socket: ${JSON.stringify(closed)}`);
    return socket;
  };
  const reading = await readWhileMoving(turn, open);
  const [stored] = await gateway.context.messages.listNodes(actor.userId, turn.conversationId, [turn.answerId]);
  const segments = await gateway.context.generations.listSegments(actor.userId, turn.generationId);
  return { reading, stored, reasons: segments.map(({ reason }) => reason) };
}

test("three restarts under twenty running answers: each ends whole, nothing is lost, doubled or refused", async () => {
  await start(1);
  const text = writeCount(600);
  const reading = Promise.all(Array.from({ length: 20 }, () => readAsSomebodyNew("sim-count-600@20")));
  for (let count = 0; count < 3; count++) await restart();
  const answers = await reading;
  expect(said.filter((line) => /stays as it was|does not answer/.test(line))).toEqual([]);
  // Nobody had to find out by silence that a process was gone.
  const reasons = new Set(answers.flatMap((answer) => answer.reasons));
  expect([...reasons]).toEqual(["handed-over"]);
  for (const { reading: seen, stored } of answers) {
    expect(stored).toMatchObject({ status: "ended", finishReason: "stop", parts: [{ type: "text", text }] });
    expect(seen).toMatchObject({ text, hash: seen.contentHash });
    expect(seen.moves).toBeGreaterThan(0);
  }
});

test("answers that end within the grace are not disturbed: their model is not asked again", async () => {
  await start(20);
  const text = writeCount(100);
  const reading = Promise.all(Array.from({ length: 10 }, () => readAsSomebodyNew("sim-count-100@20")));
  await restart();
  for (const { reading: seen, stored, reasons } of await reading) {
    expect(stored).toMatchObject({ status: "ended", parts: [{ type: "text", text }] });
    expect(seen).toMatchObject({ text, hash: seen.contentHash });
    expect(reasons).toEqual([]);
  }
});
