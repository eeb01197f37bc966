import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { WebSocket } from "ws";
import { isRunning } from "./testing/find-processes.ts";
import { makeTestFolder, startTestLauncher, waitUntil } from "./testing/start-test-launcher.ts";
import type { TestFolder, TestLauncher } from "./testing/start-test-launcher.ts";

// A whole system starts in each.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: TestFolder;
let launcher: TestLauncher;
let sockets: WebSocket[] = [];

beforeEach(async () => {
  folder = await makeTestFolder();
  launcher = startTestLauncher(folder, { DATABASE_URL: inject("testPostgresUrl"), REALTIME_PROCESSES: "3" });
  await launcher.ready;
});

function askToRestart(): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const env = {
    PATH: process.env["PATH"],
    NODE_ENV: "test" as const,
    PORT: String(folder.port),
    DATA_FOLDER: folder.dataFolder,
  };
  const command = join(import.meta.dirname, "restart.ts");
  execFile(process.execPath, [command], { env }, (_error, stdout, stderr) => resolve(stdout + stderr));
  return promise;
}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  launcher.child.kill("SIGTERM");
  await launcher.exited;
  await folder.remove();
});

/** Opens a socket and says which process has it: its name and its number. */
async function connect(): Promise<{ name: string; pid: number }> {
  const socket = new WebSocket(`ws://127.0.0.1:${folder.port}/v1/ws`);
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.once("upgrade", ({ headers }) => {
      const [name = "", pid] = String(headers["x-process"]).split(" ");
      resolve({ name, pid: Number(pid) });
    });
    socket.on("error", reject);
  });
}

async function findWebPid(): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${folder.port}/`);
  expect(response.status).toBe(200);
  const body: unknown = await response.json();
  return body !== null && typeof body === "object" && "pid" in body ? body.pid : null;
}

/** Asks and connects on and on, one after the other, until `isOver`. */
async function useUntil(isOver: () => boolean): Promise<{ webPids: Set<unknown>; realtimePids: Set<number> }> {
  const seen = { webPids: new Set<unknown>(), realtimePids: new Set<number>() };
  while (!isOver()) {
    seen.webPids.add(await findWebPid());
    seen.realtimePids.add((await connect()).pid);
  }
  return seen;
}

test("sockets are spread evenly over the realtime processes, and each is asked how it is", async () => {
  const names: string[] = [];
  for (let count = 0; count < 6; count++) names.push((await connect()).name);
  expect(names.toSorted()).toEqual([
    "realtime-1",
    "realtime-1",
    "realtime-2",
    "realtime-2",
    "realtime-3",
    "realtime-3",
  ]);
  const readiness = await fetch(`http://127.0.0.1:${folder.port}/readyz`);
  const realtime = { "realtime-1": "ready", "realtime-2": "ready", "realtime-3": "ready" };
  expect(await readiness.json()).toEqual({
    status: "ready",
    processes: { web: "ready", ...realtime, workers: "ready" },
  });
});

test("a restart replaces every process one after the other, and nobody is refused meanwhile", async () => {
  const before = [await connect(), await connect(), await connect()].map(({ pid }) => pid);
  const webBefore = await findWebPid();
  expect(await askToRestart()).toContain(`The instance at http://localhost:${folder.port} restarts its processes`);
  const seen = await useUntil(() => launcher.output().includes("Everything was restarted"));
  expect(seen.webPids.size).toBe(2);
  expect(await findWebPid()).not.toBe(webBefore);
  expect(before.filter(isRunning)).toEqual([]);
  // The last of them has the fewest sockets, so this one goes there.
  seen.realtimePids.add((await connect()).pid);
  expect([...seen.realtimePids].filter((pid) => !before.includes(pid))).toHaveLength(3);
});

test("a restart whose first new process does not start leaves everything as it was, and says why", async () => {
  const before = [await connect(), await connect(), await connect()].map(({ pid }) => pid);
  await writeFile(join(folder.root, "broken"), "");
  launcher.child.kill("SIGUSR2");
  await waitUntil("it is said", () => launcher.output().includes("workers stays as it was"));
  await waitUntil("the reason too", () => launcher.output().includes("workers ended with code 9 before it was ready"));
  expect(before.filter(isRunning)).toEqual(before);
  expect((await fetch(`http://127.0.0.1:${folder.port}/readyz`)).status).toBe(200);
});

test("a process that hangs gets no more sockets, and is ended and started anew", async () => {
  const hanging = await connect();
  process.kill(hanging.pid, "SIGSTOP");
  const said = `${hanging.name} does not answer any more and is ended`;
  await waitUntil("it is said", () => launcher.output().includes(said), 20_000);
  await waitUntil("it is back", () => launcher.output().includes(`${hanging.name} is back`), 20_000);
  expect(isRunning(hanging.pid)).toBe(false);
  const after = [await connect(), await connect(), await connect()].map(({ name }) => name);
  expect(after).toContain(hanging.name);
});

test("where no instance runs, a restart says what to do instead", async () => {
  launcher.child.kill("SIGTERM");
  await launcher.exited;
  expect(await askToRestart()).toContain(
    `No instance runs on the data folder ${folder.dataFolder}: start one with npm start.`,
  );
});
