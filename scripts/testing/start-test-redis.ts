import { ensureRedisProgram, NO_REDIS, type RedisProgram } from "#scripts/engines/redis/redis-program.ts";
import { type RedisServer, startRedisServer } from "#scripts/engines/redis/start-redis-server.ts";
import { type RedisCluster, startRedisCluster } from "#scripts/engines/redis-cluster/start-redis-cluster.ts";

export type TestRedis = RedisServer & { url: string };

/**
 * A Redis of the test file's own, which may be flushed, killed and started again; `stop` it in `afterAll`. A
 * server that runs already is never taken, because somebody's data may be in it. Throws where none can be had.
 */
export async function startTestRedis(): Promise<TestRedis> {
  const server = await startRedisServer(obtain());
  return { ...server, url: `redis://127.0.0.1:${server.port}` };
}

/** Six servers of the test file's own, on the same terms. Takes about 3 seconds. */
export async function startTestRedisCluster(): Promise<RedisCluster> {
  return startRedisCluster(obtain());
}

function obtain(): RedisProgram {
  const program = ensureRedisProgram();
  if (!program) throw new Error(NO_REDIS);
  return program;
}
