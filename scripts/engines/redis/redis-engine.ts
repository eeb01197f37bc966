import type { Engine, RunningEngine } from "#scripts/engines/engine.ts";
import { findDocker, findInstalled, install, type RedisProgram } from "./redis-program.ts";
import { startRedisServer } from "./start-redis-server.ts";

/** One Redis server with nothing in it. Its tests belong to the integration tests and start their own. */
export const redisEngine: Engine = {
  name: "redis",
  proves: "the generation log, the user channel, the queue and the caches on a Redis server",
  addressVariable: "REDIS_URL",
  startInstalled: () => start(findInstalled()),
  startInDocker: () => start(findDocker()),
  startFromArchives: async () => null,
  installAndStart: () => start(install()),
};

async function start(program: RedisProgram | null): Promise<RunningEngine | null> {
  if (!program) return null;
  const { port, stop } = await startRedisServer(program);
  return { address: `redis://127.0.0.1:${port}`, origin: program.origin, stop };
}
