import { v7 as createId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CachedSession, SessionCache, SessionName } from "./session-cache.ts";

/** One engine under test, as two processes have it. */
export type SessionCacheEngine = { cache: SessionCache; otherCache: SessionCache; stop: () => Promise<void> };

/** What every engine of the session cache promises. */
export function describeSessionCache(engineName: string, start: () => Promise<SessionCacheEngine>): void {
  describe(`the session cache on ${engineName}`, () => {
    let engine: SessionCacheEngine;
    beforeAll(async () => {
      engine = await start();
    });
    afterAll(() => engine.stop());

    test("a session is read as the database has it, in every process and again and again", async () => {
      const [name, sessions] = startSession();
      const expected = sessions.current;
      for (const cache of [engine.cache, engine.cache, engine.otherCache]) {
        expect(await cache.read(name, sessions.load)).toEqual(expected);
      }
    });

    test("the database is asked at most once for a reading", async () => {
      const [name, sessions] = startSession();
      await engine.cache.read(name, sessions.load);
      expect(sessions.loads).toBe(1);
    });

    test("what is not there is not remembered: it may begin in the next moment", async () => {
      const [name, sessions] = startSession();
      const session = sessions.current;
      sessions.current = null;
      expect(await engine.cache.read(name, sessions.load)).toBeNull();
      sessions.current = session;
      expect(await engine.cache.read(name, sessions.load)).toEqual(session);
    });

    test("a session that was revoked is read in no process from that moment on", async () => {
      const [name, sessions] = startSession();
      await engine.cache.read(name, sessions.load);
      await engine.otherCache.read(name, sessions.load);
      sessions.current = null;
      await engine.cache.revoke([name]);
      expect(await engine.cache.read(name, sessions.load)).toBeNull();
      expect(await engine.otherCache.read(name, sessions.load)).toBeNull();
    });

    test("a look in the database that began before the revocation does not put the session back", async () => {
      const [name, sessions] = startSession();
      const [began, slow] = [Promise.withResolvers<void>(), Promise.withResolvers<CachedSession | null>()];
      const session = sessions.current;
      const reading = engine.otherCache.read(name, () => {
        began.resolve();
        return slow.promise;
      });
      await began.promise;
      sessions.current = null;
      await engine.cache.revoke([name]);
      slow.resolve(session);
      await reading;
      expect(await engine.otherCache.read(name, sessions.load)).toBeNull();
      expect(await engine.cache.read(name, sessions.load)).toBeNull();
    });

    test("several are revoked at once, others hold, and revoking is safe to repeat", async () => {
      const people = [startSession(), startSession(), startSession()];
      const [[first, one], [second, other], [third, held]] = people as [Person, Person, Person];
      for (const [name, sessions] of people) await engine.cache.read(name, sessions.load);
      one.current = other.current = null;
      await engine.cache.revoke([first, second]);
      await engine.cache.revoke([first, second]);
      await engine.cache.revoke([]);
      expect(await engine.otherCache.read(first, one.load)).toBeNull();
      expect(await engine.otherCache.read(second, other.load)).toBeNull();
      expect(await engine.otherCache.read(third, held.load)).toEqual(held.current);
    });

    test("a session is a person's own: under another person's name it is not there", async () => {
      const [name, sessions] = startSession();
      await engine.cache.read(name, sessions.load);
      expect(await engine.cache.read({ ...name, userId: createId() }, async () => null)).toBeNull();
    });

    test("what the database throws is thrown, and the next reading asks again", async () => {
      const [name, sessions] = startSession();
      const broken = engine.cache.read(name, () => Promise.reject(new Error("the database is away")));
      await expect(broken).rejects.toThrow("the database is away");
      expect(await engine.cache.read(name, sessions.load)).toEqual(sessions.current);
    });
  });
}

type Person = ReturnType<typeof startSession>;

/** A session as the database has it, until a test ends it there. */
function startSession() {
  const name: SessionName = { userId: createId(), sessionId: createId() };
  const at = Date.now();
  const session: CachedSession = { role: "user", createdAt: at, lastSeenAt: at, expiresAt: at + 60_000 };
  const stored = {
    current: session as CachedSession | null,
    loads: 0,
    load: async () => {
      stored.loads++;
      return stored.current;
    },
  };
  return [name, stored] as const;
}
