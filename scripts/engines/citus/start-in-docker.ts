import { execFileSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import type { RunningEngine } from "#scripts/engines/engine.ts";
import { freePort } from "#scripts/testing/free-port.ts";

const IMAGE = "citusdata/citus:13";
const SERVERS = 3;
const START_TIMEOUT_MS = 60_000;

/**
 * Starts three containers in the network of this machine, so that tests and servers reach each
 * other by the same addresses. Linux only: elsewhere a container has no such network.
 */
export async function startInDocker(): Promise<RunningEngine | null> {
  if (process.platform !== "linux" || !docker(["version"])) return null;
  const containers: string[] = [];
  const stop = async () => {
    if (containers.length > 0) docker(["rm", "--force", ...containers.splice(0)]);
  };
  try {
    const urls: string[] = [];
    for (let index = 0; index < SERVERS; index += 1) {
      const port = await freePort();
      containers.push(startContainer(port));
      urls.push(`postgres://postgres@127.0.0.1:${port}/postgres`);
    }
    await Promise.all(urls.map(waitUntilItAnswers));
    return { address: urls.join(","), origin: `Docker (${IMAGE})`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startContainer(port: number): string {
  const settings = [`port=${port}`, "listen_addresses=127.0.0.1", "citus.node_conninfo=sslmode=disable", "fsync=off"];
  const server = ["postgres", ...[...settings, "citus.shard_count=4"].flatMap((setting) => ["-c", setting])];
  const options = ["--detach", "--rm", "--network=host", "--env=POSTGRES_HOST_AUTH_METHOD=trust"];
  const container = docker(["run", ...options, IMAGE, ...server]);
  if (!container) throw new Error(`Docker runs here, but does not start ${IMAGE}.`);
  return container;
}

function docker(args: readonly string[]): string | null {
  try {
    return execFileSync("docker", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return null;
  }
}

async function waitUntilItAnswers(url: string): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await wait(250);
    }
  }
}
