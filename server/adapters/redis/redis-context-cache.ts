import { z } from "zod";
import type { BranchName, ContextCache, ContextTurn } from "#server/ports/context-cache.ts";
import { createCacheQuestion } from "./cache-question.ts";
import { parseStored } from "./parse-stored.ts";
import type { RedisConnection } from "./redis-connection.ts";
import { defineScript } from "./redis-script.ts";

/** How long the branches of a conversation are kept that nobody reads. */
const KEPT_MS = 3_600_000;

/** What is longer is not kept. */
const BRANCH_BYTES_MAX = 512 * 1_024;

/** How many branches of a conversation are kept; the next one begins anew. */
const BRANCHES_MAX = 4;

/** How long a conversation is known as forgotten. Must be longer than the slowest look in the database that may still put it back. */
const FORGOTTEN_MS = 60_000;

/** No leaf has this name, because a message's id is a UUID. */
const FORGOTTEN = "forgotten";

const PUT = `if redis.call("hexists", KEYS[1], "${FORGOTTEN}") == 1 then return 0 end
if redis.call("hlen", KEYS[1]) >= ${BRANCHES_MAX} then redis.call("del", KEYS[1]) end
redis.call("hset", KEYS[1], ARGV[1], ARGV[2])
return redis.call("pexpire", KEYS[1], ${KEPT_MS})`;

const FORGET = `redis.call("del", KEYS[1])
redis.call("hset", KEYS[1], "${FORGOTTEN}", 1)
return redis.call("pexpire", KEYS[1], ${FORGOTTEN_MS})`;

const turnsSchema = z.array(z.object({ role: z.enum(["user", "assistant"]), text: z.string() }));

/** The context cache in Redis: a hash for each conversation, a field for each leaf, gone an hour after the last reading. */
export function createRedisContextCache(connection: RedisConnection): ContextCache {
  const { client, logger } = connection;
  const ask = createCacheQuestion(connection);
  const put = defineScript(client, { name: "polylogueContextPut", lua: PUT, numberOfKeys: 1 });
  const forget = defineScript(client, { name: "polylogueContextForget", lua: FORGET, numberOfKeys: 1 });

  async function find(branch: BranchName): Promise<ContextTurn[] | null> {
    const key = nameKey(branch.userId, branch.conversationId);
    const text = await ask(() => client.hget(key, branch.leafId));
    const turns = text ? parseStored(turnsSchema, text) : null;
    if (turns) void ask(() => client.pexpire(key, KEPT_MS));
    return turns;
  }

  async function keep(branch: BranchName, turns: readonly ContextTurn[]): Promise<void> {
    const text = JSON.stringify(turns);
    if (Buffer.byteLength(text) > BRANCH_BYTES_MAX) return;
    await ask(() => put(nameKey(branch.userId, branch.conversationId), branch.leafId, text));
  }

  return {
    async read(branch, load) {
      const known = await find(branch);
      if (known) return known;
      const turns = await load();
      void keep(branch, turns);
      return turns;
    },
    keep,
    async forget(userId, conversationId) {
      try {
        if (connection.isAway()) throw new Error("Redis is away");
        await forget(nameKey(userId, conversationId));
      } catch (error) {
        logger.warn({ error, conversationId }, "a conversation stays in the cache of contexts for up to an hour");
      }
    },
  };
}

function nameKey(userId: string, conversationId: string): string {
  return `polylogue:context:{${userId}:${conversationId}}`;
}
