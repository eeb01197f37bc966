import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { type CachedSession, REMEMBERED_MS, type SessionCache, type SessionName } from "#server/ports/session-cache.ts";
import { createCacheQuestion } from "./cache-question.ts";
import { parseStored } from "./parse-stored.ts";
import type { RedisConnection } from "./redis-connection.ts";

/** What stands in place of a session that was revoked. */
const REVOKED = "revoked";

/** How long a revoked session is known as one. Must be longer than the slowest look in the database that may still put it back. */
const REVOKED_MS = 60_000;

/** What took longer to load is not put into the cache: it may have been revoked, and that forgotten, meanwhile. */
const LOAD_WITHIN_MS = 30_000;

const sessionSchema = z.object({
  role: z.enum(["user", "admin"]),
  createdAt: z.number(),
  lastSeenAt: z.number(),
  expiresAt: z.number(),
});

/**
 * The session cache in Redis: one key a session, which lapses after a second. A revoked one holds its key for
 * a minute, and a session is put only where no key is: so that nobody who looked before the revocation puts it back.
 */
export function createRedisSessionCache(connection: RedisConnection): SessionCache {
  const { client, logger } = connection;
  const ask = createCacheQuestion(connection);

  async function load(name: SessionName, look: () => Promise<CachedSession | null>): Promise<CachedSession | null> {
    const startedAt = performance.now();
    const session = await look();
    if (session && performance.now() - startedAt < LOAD_WITHIN_MS) {
      void ask(() => client.set(nameKey(name), JSON.stringify(session), "PX", REMEMBERED_MS, "NX"));
    }
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
