import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { endWithUs } from "#scripts/processes/end-with-us.ts";
import { killGroup } from "#scripts/processes/kill-group.ts";
import { freePort } from "#scripts/testing/free-port.ts";
import type { RedisProgram } from "./redis-program.ts";

const START_TIMEOUT_MS = 20_000;
/** Somebody else may take a port between the moment when it is free and the moment when the server does. */
const ATTEMPTS = 3;

/** A server of ours on 127.0.0.1 that keeps its data in memory. It is gone when this process is, however that went. */
export type RedisServer = {
  port: number;
  /** Ends it as a crash would. Resolves when it is gone. Safe to repeat. */
  kill: () => Promise<void>;
  /** Starts it again on the same port, without its data. */
  restart: () => Promise<void>;
  /** Ends it for good and removes its files. Safe to repeat. */
  stop: () => Promise<void>;
};

/** Starts one and waits until it answers; `flags` go to the server. */
export async function startRedisServer(program: RedisProgram, flags: readonly string[] = []): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), "polylogue-redis-"));
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const start = () => launch(program, { folder, port, flags });
    try {
      return createServer(folder, port, { start, current: await start() });
    } catch (error) {
      if (attempt < ATTEMPTS) continue;
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }
}

/** A process of the server, with the way to end it at once. */
type Launched = { kill: () => Promise<void> };
type Place = { folder: string; port: number; flags: readonly string[] };

function createServer(
  folder: string,
  port: number,
  running: { start: () => Promise<Launched>; current: Launched },
): RedisServer {
  let { current } = running;
  return {
    port,
    kill: () => current.kill(),
    restart: async () => {
      await current.kill();
      current = await running.start();
    },
    stop: async () => {
      await current.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launch(program: RedisProgram, { folder, port, flags }: Place): Promise<Launched> {
  const name = `polylogue-redis-${randomUUID()}`;
  const own = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "no"];
  const child = spawn(program.file, [...program.before(name, folder), ...own, ...flags], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => (said = `${said}${chunk}`.slice(-2_000)));
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()).once("error", () => resolve()));
  const endWatch = child.pid === undefined ? () => undefined : endWithUs(child.pid, "group");
  const kill = async (): Promise<void> => {
    program.end(name);
    killGroup(child);
    await exited;
    endWatch();
  };
  try {
    await waitUntilItAnswers(child, port);
    return { kill };
  } catch (cause) {
    await kill();
    throw new Error(`${program.file} does not start: ${said}`, { cause });
  }
}

async function waitUntilItAnswers(child: ChildProcess, port: number): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (!(await ping(port))) {
    if (child.exitCode !== null || child.pid === undefined) throw new Error("it ended at once");
    if (performance.now() > deadline) throw new Error("it does not answer");
    await wait(20);
  }
}

async function ping(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    socket.write("PING\r\n");
    const [reply] = await once(socket, "data");
    return String(reply).startsWith("+PONG");
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
