import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { type CachedSession, REMEMBERED_MS, type SessionCache, type SessionName } from "#server/ports/session-cache.ts";
import { createCacheQuestion } from "./cache-question.ts";
import { parseStored } from "./parse-stored.ts";
import type { RedisConnection } from "./redis-connection.ts";
import { defineScript } from "./redis-script.ts";

/** What stands in place of a session that was revoked. */
const REVOKED = "revoked";

/** How long a revoked session is known as one. Must be longer than REMEMBERED_MS, or somebody puts it back. */
const REVOKED_MS = 60_000;

/**
 * Remembers a session until a time that counts from the beginning of the look in the database, and only where nothing
 * is known: a command that comes late, because the look was slow or Redis away, remembers nothing.
 */
const REMEMBER = `local now = redis.call("time")
local leftMs = math.min(${REMEMBERED_MS}, ARGV[2] - now[1] * 1000 - math.floor(now[2] / 1000))
if leftMs <= 0 then return false end
return redis.call("set", KEYS[1], ARGV[1], "px", leftMs, "nx")`;

const sessionSchema = z.object({
  role: z.enum(["user", "admin"]),
  createdAt: z.number(),
  lastSeenAt: z.number(),
  expiresAt: z.number(),
});

/**
 * The session cache in Redis: one key a session, which lapses a second after the look in the database. A revoked one
 * holds its key for a minute, and a session is put only where no key is: nobody who looked before the revocation puts it
 * back. The clocks of Redis and of the processes must agree to within a second, or nothing is remembered.
 */
export function createRedisSessionCache(connection: RedisConnection): SessionCache {
  const { client, logger } = connection;
  const ask = createCacheQuestion(connection);
  const remember = defineScript(client, { name: "polylogueSessionRemember", lua: REMEMBER, numberOfKeys: 1 });

  async function load(name: SessionName, look: () => Promise<CachedSession | null>): Promise<CachedSession | null> {
    const until = Date.now() + REMEMBERED_MS;
    const session = await look();
    if (session) void ask(() => remember(nameKey(name), JSON.stringify(session), until));
    return session;
  }

  async function tell(names: readonly SessionName[]): Promise<boolean> {
    await Promise.all(names.map((name) => client.set(nameKey(name), REVOKED, "PX", REVOKED_MS)));
    return true;
  }

  return {
    async read(name, look) {
      const known = await ask(() => client.get(nameKey(name)));
      if (known === REVOKED) return null;
      return (known && parseStored(sessionSchema, known)) || load(name, look);
    },
    async revoke(names) {
      if (names.length === 0) return;
      const lapsed = pause(REMEMBERED_MS, false, { ref: false });
      const told = tell(names).catch((error: unknown) => {
        logger.warn({ error, sessions: names.length }, "Redis was not told of ended sessions; they lapse there");
        return false;
      });
      if (!(await Promise.race([told, lapsed]))) await lapsed;
    },
  };
}

function nameKey({ userId, sessionId }: SessionName): string {
  return `polylogue:session:{${userId}}:${sessionId}`;
}
