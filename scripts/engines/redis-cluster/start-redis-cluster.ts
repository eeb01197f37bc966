import { Redis } from "ioredis";
import { setTimeout as wait } from "node:timers/promises";
import type { RedisProgram } from "#scripts/engines/redis/redis-program.ts";
import { type RedisServer, startRedisServer } from "#scripts/engines/redis/start-redis-server.ts";
import { freePort } from "#scripts/testing/free-port.ts";

const MASTERS = 3;
const SLOTS = 16_384;
const READY_TIMEOUT_MS = 30_000;

/** Three masters and a replica of each, ready to replace it. */
export type RedisCluster = { url: string; servers: readonly RedisServer[]; stop: () => Promise<void> };

/** Starts six servers and joins them; a lost master is replaced in 2 to 3 seconds. */
export async function startRedisCluster(program: RedisProgram): Promise<RedisCluster> {
  const started = await Promise.allSettled(Array.from({ length: 2 * MASTERS }, () => startNode(program)));
  const servers = started.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  const stop = async (): Promise<void> => void (await Promise.all(servers.map((server) => server.stop())));
  try {
    for (const outcome of started) if (outcome.status === "rejected") throw outcome.reason;
    await join(servers.map(({ port }) => port));
    return { url: `redis-cluster://${servers.map(({ port }) => `127.0.0.1:${port}`).join(",")}`, servers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startNode(program: RedisProgram): Promise<RedisServer> {
  const settings = {
    "cluster-enabled": "yes",
    // By itself it would be the port and 10,000, which may be none.
    "cluster-port": String(await freePort()),
    "cluster-node-timeout": "1000",
    "cluster-announce-ip": "127.0.0.1",
    "cluster-require-full-coverage": "no",
    "repl-diskless-sync-delay": "0",
  };
  return startRedisServer(
    program,
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
  );
}

/** The first half of the servers share the slots between them, and each of the others copies one of these. */
async function join(ports: readonly number[]): Promise<void> {
  const nodes = ports.map((port) => new Redis({ host: "127.0.0.1", port, maxRetriesPerRequest: 3 }));
  try {
    const ids = await Promise.all(nodes.map((node) => ask(node, "myid")));
    const busPorts = await Promise.all(nodes.map((node) => node.config("GET", "cluster-port")));
    for (const [index, node] of nodes.entries()) {
      // Each its own, or two would have to argue over it.
      await ask(node, "set-config-epoch", index + 1);
      const from = Math.floor((index * SLOTS) / MASTERS);
      const next = Math.floor(((index + 1) * SLOTS) / MASTERS);
      if (index < MASTERS) await ask(node, "addslotsrange", from, next - 1);
    }
    const [first, ...others] = nodes;
    for (const index of others.keys()) {
      const bus = toValue(busPorts[index + 1]);
      if (first) await ask(first, "meet", "127.0.0.1", ports[index + 1] ?? 0, bus);
    }
    const knowEachOther = async (): Promise<boolean> => {
      const lists = await Promise.all(nodes.map((node) => ask(node, "nodes")));
      return lists.every((list) => ids.every((id) => list.includes(id)) && !list.includes("handshake"));
    };
    await until(knowEachOther);
    await Promise.all(nodes.slice(MASTERS).map((node, index) => ask(node, "replicate", ids[index] ?? "")));
    await until(async () => (await Promise.all(nodes.map(isReady))).every(Boolean));
  } finally {
    for (const node of nodes) node.disconnect();
  }
}

/** Also that a replica has its master's data, or nobody could replace the master. */
async function isReady(node: Redis, index: number): Promise<boolean> {
  const [cluster, replication] = await Promise.all([ask(node, "info"), node.info("replication")]);
  const link = index < MASTERS ? "connected_slaves:1" : "master_link_status:up";
  return cluster.includes("cluster_state:ok") && replication.includes(link);
}

async function ask(node: Redis, ...words: (string | number)[]): Promise<string> {
  return String(await node.call("cluster", ...words));
}

function toValue(setting: unknown): string {
  return Array.isArray(setting) ? String(setting[1]) : "";
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + READY_TIMEOUT_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error("the servers do not become a cluster");
    await wait(50);
  }
}
