import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { findDescendants, isRunning } from "./testing/find-processes.ts";
import { makeTestFolder, startTestLauncher, waitUntil } from "./testing/start-test-launcher.ts";
import type { TestFolder, TestLauncher } from "./testing/start-test-launcher.ts";

// A whole system starts in each, several times in some.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let folder: TestFolder;
let started: TestLauncher[] = [];

beforeEach(async () => {
  folder = await makeTestFolder();
  started = [];
});

afterEach(async () => {
  for (const launcher of started) {
    launcher.child.kill("SIGTERM");
    await launcher.exited;
  }
  await folder.remove();
});

async function start(flags: readonly string[] = []): Promise<TestLauncher> {
  const launcher = startTestLauncher(folder, {}, flags);
  started.push(launcher);
  await launcher.ready;
  return launcher;
}

function family(launcher: TestLauncher): number[] {
  return findDescendants(launcher.child.pid ?? 0).map(({ pid }) => pid);
}

async function ask(path: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`http://127.0.0.1:${folder.port}${path}`);
  return { status: response.status, body: await response.json() };
}

async function query(sql: string): Promise<unknown[]> {
  const { body } = await ask("/");
  const url = body !== null && typeof body === "object" && "databaseUrl" in body ? String(body.databaseUrl) : "";
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("it says what it does, ends with the address and serves pages, the socket and the truth about itself", async () => {
  const launcher = await start();
  expect(launcher.output()).toContain("Started the database");
  expect(launcher.output().trim().split("\n").at(-1)).toBe(`Polylogue is ready: http://localhost:${folder.port}`);
  expect((await ask("/any/page")).status).toBe(200);
  expect(await ask("/healthz")).toEqual({ status: 200, body: { status: "alive" } });
  expect(await ask("/readyz")).toEqual({
    status: 200,
    body: { status: "ready", processes: { web: "ready", realtime: "ready", workers: "ready" } },
  });
  const socket = new WebSocket(`ws://127.0.0.1:${folder.port}/v1/ws`);
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  socket.terminate();
});

test("its secrets are made once and readable by their owner alone", async () => {
  const first = await start();
  const secrets = join(folder.dataFolder, "secrets");
  const read = async () => Promise.all((await readdir(secrets)).map((name) => readFile(join(secrets, name), "utf8")));
  const made = await read();
  expect((await readdir(secrets)).toSorted()).toEqual(
    ["AUTH_SECRET", "DATABASE_PASSWORD", "ENCRYPTION_KEYS", "TOKEN_PRIVATE_KEY"].toSorted(),
  );
  expect((await stat(secrets)).mode & 0o777).toBe(0o700);
  for (const name of await readdir(secrets)) expect((await stat(join(secrets, name))).mode & 0o777).toBe(0o600);
  first.child.kill("SIGTERM");
  await first.exited;
  await start();
  expect(await read()).toEqual(made);
});

test.for(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s: everything is gone in 5 s, the database stopped",
  async (signal) => {
    const launcher = await start(["--stubborn"]);
    const pids = family(launcher);
    expect(pids.length).toBeGreaterThanOrEqual(5);
    launcher.child.kill(signal);
    await waitUntil("everything is gone", () => !pids.some(isRunning), 5_000);
    expect(await launcher.exited).toBe(0);
    expect(await readdir(join(folder.dataFolder, "postgres"))).not.toContain("postmaster.pid");
    expect(await readdir(folder.dataFolder)).not.toContain("instance.json");
  },
);

test("kill -9 of the launcher: everything is gone in 5 s, and the next start has all the data", async () => {
  const launcher = await start(["--stubborn"]);
  await query("create table kept as select 42 as answer");
  const pids = family(launcher);
  launcher.child.kill("SIGKILL");
  await waitUntil("everything is gone", () => !pids.some(isRunning), 5_000);
  await start();
  expect(await query("select answer from kept")).toEqual([{ answer: 42 }]);
});

test("a database server that was left behind is stopped by the next start, which goes on with its data", async () => {
  const launcher = await start();
  await query("create table kept as select 42 as answer");
  const watch = findDescendants(launcher.child.pid ?? 0).find(({ command }) => command.includes("kill -s INT"));
  process.kill(watch?.pid ?? 0, "SIGKILL");
  launcher.child.kill("SIGKILL");
  await launcher.exited;
  const next = await start();
  expect(next.output()).toContain("Stopped a database server that an earlier run had left behind");
  expect(await query("select answer from kept")).toEqual([{ answer: 42 }]);
});

test("a database that was killed with everything else recovers what was committed", async () => {
  const launcher = await start();
  await query("create table kept as select 42 as answer");
  const pids = family(launcher);
  for (const pid of [launcher.child.pid ?? 0, ...pids]) process.kill(pid, "SIGKILL");
  await waitUntil("everything is gone", () => !pids.some(isRunning));
  const next = await start();
  expect(next.output()).toContain("Removed the database lock");
  expect(await query("select answer from kept")).toEqual([{ answer: 42 }]);
});

test("a process that dies is started again after a pause that grows, and both are said", async () => {
  const launcher = await start();
  const crash = () => fetch(`http://127.0.0.1:${folder.port}/crash`).catch(() => undefined);
  await crash();
  await waitUntil("web is back", () => launcher.output().includes("web is back"));
  expect(launcher.output()).toContain("web ended with code 7; it starts again in 0.2 s");
  await crash();
  await waitUntil("it says a longer pause", () => launcher.output().includes("it starts again in 0.4 s"));
  expect(await ask("/readyz")).toMatchObject({
    status: 503,
    body: { processes: { web: "not-ready", realtime: "ready" } },
  });
  await waitUntil("it is ready again", async () => (await ask("/readyz")).status === 200);
});

test("a database that dies is started again on its port, and that is said", async () => {
  const launcher = await start();
  const server = findDescendants(launcher.child.pid ?? 0).find(({ command }) => command.includes("/bin/postgres -D"));
  process.kill(server?.pid ?? 0, "SIGKILL");
  await waitUntil("it is said", () => launcher.output().includes("The database ended; it starts again in 0.2 s"));
  // At the address that the processes were told at their start.
  await waitUntil("it answers", async () => (await query("select 1").catch(() => [])).length === 1, 5_000);
});

test("an instance that is started while the earlier one stops waits for it", async () => {
  const first = await start(["--stubborn"]);
  await query("create table kept as select 42 as answer");
  first.child.kill("SIGTERM");
  await waitUntil("it stops", () => first.output().includes("Stopping"));
  await start();
  expect(await query("select answer from kept")).toEqual([{ answer: 42 }]);
});

test("a second instance on the same data folder refuses and leaves the first alone", async () => {
  await start();
  const other = startTestLauncher(folder, { PORT: "1" });
  expect(await other.exited).toBe(1);
  expect(other.output()).toContain("An instance already runs on the data folder");
  expect(other.output()).toContain("set DATA_FOLDER and PORT");
  expect((await ask("/readyz")).status).toBe(200);
});
