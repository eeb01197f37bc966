import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startTestProxy } from "#scripts/testing/start-test-proxy.ts";
import { startTestRedis, startTestRedisCluster, type TestRedis } from "#scripts/testing/start-test-redis.ts";
import type { Logger } from "#server/ports/logger.ts";
import { type CachedSession, REMEMBERED_MS } from "#server/ports/session-cache.ts";
import { describeSessionCache } from "#server/ports/session-cache.contract.ts";
import { createRedis } from "./redis-connection.ts";
import { createRedisSessionCache } from "./redis-session-cache.ts";

const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} };

/** The cache as one process has it. */
function open(url: string, logger = silent) {
  const connection = createRedis(url, logger);
  return { cache: createRedisSessionCache(connection), client: connection.client, close: connection.close };
}

async function startEngine(server: { url: string; stop: () => Promise<void> }) {
  const [one, other] = [open(server.url), open(server.url)];
  const stop = async (): Promise<void> => {
    await Promise.all([one.close(), other.close()]);
    await server.stop();
  };
  return { cache: one.cache, otherCache: other.cache, stop };
}

describeSessionCache("a Redis server", async () => startEngine(await startTestRedis()));
describeSessionCache("a Redis cluster", async () => startEngine(await startTestRedisCluster()));

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

/** A session that the database has, with how often it was asked. */
function startSession() {
  const name = { userId: createId(), sessionId: createId() };
  const at = Date.now();
  const session: CachedSession = { role: "admin", createdAt: at, lastSeenAt: at, expiresAt: at + 60_000 };
  const database = { asked: 0, current: session as CachedSession | null };
  const load = async () => {
    database.asked++;
    return database.current;
  };
  return { name, session, database, load };
}

test("what one process looked up the others need not ask the database for", async () => {
  const [here, there] = [open(redis.url), open(redis.url)];
  const { name, session, load } = startSession();
  const isAsked = () => Promise.reject(new Error("the database was asked"));
  const readThere = async () => {
    await here.cache.read(name, load);
    return there.cache.read(name, isAsked).catch(() => "asked");
  };
  await expect.poll(readThere).toEqual(session);
  await Promise.all([here.close(), there.close()]);
});

test("a session is remembered for a second and not longer, so that an end that nobody could tell holds after it", async () => {
  const { cache, client, close } = open(redis.url);
  const { name, load } = startSession();
  const leftMs = async () => {
    await cache.read(name, load);
    return client.pttl(`polylogue:session:{${name.userId}}:${name.sessionId}`);
  };
  await expect.poll(leftMs).toBeGreaterThan(0);
  expect(await leftMs()).toBeLessThanOrEqual(REMEMBERED_MS);
  await close();
});

test("what was looked up more than a second ago is not remembered, however late Redis hears of it", async () => {
  const { cache, client, close } = open(redis.url);
  const { name, session, load } = startSession();
  await client.ping();
  const begun = vi.spyOn(Date, "now").mockReturnValue(Date.now() - REMEMBERED_MS);
  for (let time = 0; time < 3; time++) expect(await cache.read(name, load)).toEqual(session);
  expect(await client.exists(`polylogue:session:{${name.userId}}:${name.sessionId}`)).toBe(0);
  begun.mockRestore();
  await close();
});

test("a revoked session is none even where the database still says so", async () => {
  const { cache, close } = open(redis.url);
  const { name, load } = startSession();
  await cache.revoke([name]);
  expect(await cache.read(name, load)).toBeNull();
  await close();
});

test("without Redis the database is asked, each time, and revoking fails nobody", async () => {
  const own = await startTestRedis();
  const { cache, close } = open(own.url);
  const { name, session, database, load } = startSession();
  await cache.read(name, load);
  await own.kill();
  expect(await cache.read(name, load)).toEqual(session);
  database.current = null;
  await cache.revoke([name]);
  expect(await cache.read(name, load)).toBeNull();
  await close();
  await own.stop();
});

test("a Redis that stopped answering holds a reading up for a moment once, and a revocation for a second", async () => {
  const proxy = await startTestProxy(redis.url);
  const { cache, close } = open(proxy.url);
  const { name, session, database, load } = startSession();
  await cache.read(name, load);
  proxy.freeze();
  expect(await cache.read(name, load)).toEqual(session);
  database.current = null;
  const begunAt = performance.now();
  await cache.revoke([name]);
  expect(performance.now() - begunAt).toBeGreaterThan(REMEMBERED_MS - 100);
  expect(await cache.read(name, load)).toBeNull();
  proxy.thaw();
  expect(await cache.read(name, load)).toBeNull();
  await close();
  await proxy.close();
});

test("a flushed Redis costs a look in the database", async () => {
  const { cache, client, close } = open(redis.url);
  const { name, session, database, load } = startSession();
  await cache.read(name, load);
  await client.flushall();
  database.asked = 0;
  expect(await cache.read(name, load)).toEqual(session);
  expect(database.asked).toBe(1);
  await close();
});

test("what is no session of ours is passed over", async () => {
  const { cache, client, close } = open(redis.url);
  const { name, session, load } = startSession();
  for (const value of ["{", "{}", '"x"']) {
    await client.set(`polylogue:session:{${name.userId}}:${name.sessionId}`, value);
    expect(await cache.read(name, load)).toEqual(session);
  }
  await close();
});
