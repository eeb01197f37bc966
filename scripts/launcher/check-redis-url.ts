import { Refusal } from "#scripts/install/refusal.mjs";
import { createRedis } from "#server/adapters/redis/redis-connection.ts";

/** The oldest with sharded publish and subscribe. */
const OLDEST_VERSION = 7;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Throws Refusal unless a Redis new enough answers at `url`. The password in it is never repeated. */
export async function checkRedisUrl(url: string): Promise<void> {
  const version = await askVersion(url).catch((cause: unknown) => {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new Refusal(`REDIS_URL cannot be reached (${words}): check its address, name, password and server.`);
  });
  if (version < OLDEST_VERSION) throw new Refusal("The server of REDIS_URL is older than Redis 7: use 7 or later.");
}

async function askVersion(url: string): Promise<number> {
  const { client, close } = createRedis(url, silent);
  try {
    return Number(/redis_version:(\d+)/.exec(await client.info("server"))?.[1]);
  } finally {
    await close();
  }
}
