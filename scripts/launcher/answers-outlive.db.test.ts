import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeCount } from "#inference/simulator/texts.ts";
import { createProgress } from "#scripts/install/progress.mjs";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { readWhileMoving } from "#scripts/testing/gateway/read-while-moving.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { TestSocket } from "#scripts/testing/gateway/test-socket.ts";
import { migrate } from "#server/adapters/postgres/migrate.ts";
import { type Container, createContainer } from "#server/container.ts";
import { issueSocketTicket } from "#server/domains/accounts/index.ts";
import { keepDatabase, type KeptDatabase } from "./keep-database.ts";
import { prepareDataFolder } from "./prepare-data-folder.ts";
import { supervise, type SupervisedProcess } from "./supervise.ts";
import { findDescendants } from "./testing/find-processes.ts";
import { planRealtime } from "./testing/plan-realtime.ts";
import { makeTestFolder, type TestFolder, waitUntil } from "./testing/start-test-launcher.ts";

// A database and a process of its own for each, which are killed and come back.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const TEXT = writeCount(250);

let folder: TestFolder;
let database: KeptDatabase;
let gateway: TestGateway;
/** On the time of the process, or tickets would be old. */
let own: Container;
let realtime: SupervisedProcess;
let said: string[];

beforeEach(async () => {
  said = [];
  folder = await makeTestFolder();
  await prepareDataFolder(folder.dataFolder);
  const progress = createProgress({ write: (text) => said.push(text), isTerminal: false });
  database = await keepDatabase({ dataFolder: folder.dataFolder, password: "secret", progress });
  await migrate(database.url, join(import.meta.dirname, "../../prisma/migrations"));
  gateway = await startTestGateway({ DATABASE_URL: database.url });
  // The one process is to write every answer.
  await gateway.server.drain({ graceMs: 0, hurry: new AbortController().signal });
  own = createContainer(gateway.container.env, "test");
  realtime = await startRealtime();
});

afterEach(async () => {
  await realtime.stop(2_000);
  await own.close();
  await gateway.close();
  database.letGo();
  await database.current().stop("immediate");
  await folder.remove();
});

async function startRealtime(): Promise<SupervisedProcess> {
  const say = (name: string, words: string): void => void said.push(`${name} ${words}`);
  const started = supervise(planRealtime(own.env, "lone", 1), {
    onLine: say,
    onExit: say,
    onReady: (name) => say(name, "is ready"),
    onSilent: (name) => say(name, "is silent"),
  });
  await started.becameReady;
  return started;
}

/** Somebody new asks, and reads to the end wherever the process is by then. Resolves when the first text is there. */
async function ask() {
  const actor = await gateway.createActor();
  const turn = newTurn({ modelId: gateway.modelId("sim-count-250@20") });
  const began = Promise.withResolvers<void>();
  const connect = async (): Promise<TestSocket> => {
    await waitUntil("a process is ready", () => realtime.place()?.isReady ?? false, 30_000);
    const ticket = await issueSocketTicket(own.context, actor);
    const socket = TestSocket.open(realtime.place()?.port ?? 1, { ticket });
    const isWelcome = await Promise.race([socket.next("welcome").then(() => true), socket.closed.then(() => false)]);
    if (!isWelcome) return connect();
    void socket.until(Array.isArray).then(() => began.resolve());
    return socket;
  };
  const reading = readWhileMoving(turn, connect);
  await Promise.race([began.promise, reading]);
  return { actor, turn, reading };
}

function killOurs(words: string): void {
  const found = findDescendants(process.pid).find(({ command }) => command.includes(words));
  if (!found) throw new Error(`no process of ours has ${words}`);
  process.kill(found.pid, "SIGKILL");
}

async function findSegments({ actor, turn }: Awaited<ReturnType<typeof ask>>) {
  return own.context.generations.listSegments(actor.userId, turn.generationId);
}

test("a lone process that is killed is back in seconds, and goes on with its answers", async () => {
  const asked = await ask();
  killOurs("realtime/main.ts lone");
  const reading = await asked.reading;
  expect(reading).toMatchObject({ text: TEXT, hash: reading.contentHash });
  expect(said).toContain("lone ended by SIGKILL");
  const segments = await findSegments(asked);
  expect(segments.at(-1)).toMatchObject({ reason: "abandoned" });
  // STALE_AFTER_MS and a little on a machine that has nothing else to do.
  expect(segments.at(-1)?.silentMs).toBeLessThan(15_000);
});

test("a database that is killed is back in seconds on its port, and running answers end whole", async () => {
  const asked = [await ask(), await ask()];
  const { url } = database;
  killOurs(`-p ${new URL(url).port} `);
  await waitUntil("it is said", () =>
    said.some((line) => line.includes("The database ended; it starts again in 0.2 s")),
  );
  await waitUntil("it answers", () => own.isReady());
  expect(database.current().url("polylogue")).toBe(url);
  for (const { reading } of asked) {
    const seen = await reading;
    expect(seen).toMatchObject({ text: TEXT, hash: seen.contentHash });
  }
});

test("an answer that runs when everything is stopped is left in the queue, and the next start goes on with it", async () => {
  const asked = await ask();
  await realtime.stop(2_500);
  const { actor, turn } = asked;
  const left = await own.context.generations.findQueued(actor.userId, turn.generationId);
  expect(left).toMatchObject({ id: turn.generationId });
  realtime = await startRealtime();
  const reading = await asked.reading;
  expect(reading).toMatchObject({ text: TEXT, hash: reading.contentHash });
  const segments = await findSegments(asked);
  expect(segments.map(({ reason }) => reason)).toEqual(["handed-over"]);
});
