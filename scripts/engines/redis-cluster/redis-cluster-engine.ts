import type { Engine, RunningEngine } from "#scripts/engines/engine.ts";
import { findDocker, findInstalled, install, type RedisProgram } from "#scripts/engines/redis/redis-program.ts";
import { startRedisCluster } from "./start-redis-cluster.ts";

/** Six Redis servers, three of them masters. Its tests belong to the integration tests and start their own. */
export const redisClusterEngine: Engine = {
  name: "redis-cluster",
  proves: "the generation log, the user channel, the queue and the caches on a Redis cluster",
  addressVariable: "REDIS_URL",
  startInstalled: () => start(findInstalled()),
  startInDocker: () => start(findDocker()),
  startFromArchives: async () => null,
  installAndStart: () => start(install()),
};

async function start(program: RedisProgram | null): Promise<RunningEngine | null> {
  if (!program) return null;
  const { url, stop } = await startRedisCluster(program);
  return { address: url, origin: program.origin, stop };
}
