import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import type { RedisMode } from "#scripts/chaos/plan/plan.ts";
import { startTestRedis, startTestRedisCluster } from "#scripts/testing/start-test-redis.ts";
import type { KillableRedis } from "./killable-redis.ts";

/** A master that is back before it is missed comes back empty; after so long its replica has taken its place. */
const FAIL_OVER_MS = 2_500;

/** The Redis of the run, or null where PostgreSQL carries everything. */
export async function startRedis(mode: RedisMode): Promise<KillableRedis | null> {
  if (mode === "none") return null;
  return mode === "single" ? startSingle() : startSix();
}

async function startSingle(): Promise<KillableRedis> {
  const server = await startTestRedis();
  return {
    url: server.url,
    kill: () => server.restart(),
    flush: () => flush(server.port),
    stop: () => server.stop(),
  };
}

/** Each kill takes the next server, a master or a replica, whatever it is at that moment. */
async function startSix(): Promise<KillableRedis> {
  const { url, servers, stop } = await startTestRedisCluster();
  let struck = 0;
  return {
    url,
    async kill() {
      const server = servers[struck++ % servers.length];
      await server?.kill();
      await wait(FAIL_OVER_MS);
      await server?.restart();
    },
    async flush() {
      for (const { port } of servers) await flush(port);
    },
    stop,
  };
}

/** A replica refuses; its master's emptiness comes to it. One that is dead is empty already. */
async function flush(port: number): Promise<void> {
  const redis = new Redis({ host: "127.0.0.1", port, lazyConnect: true, retryStrategy: () => null });
  redis.on("error", () => undefined);
  try {
    await redis.connect();
    await redis.flushall();
  } catch {
    // See above: there is nothing to take from it.
  } finally {
    redis.disconnect();
  }
}
