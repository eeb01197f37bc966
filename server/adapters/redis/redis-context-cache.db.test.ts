import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestProxy } from "#scripts/testing/start-test-proxy.ts";
import { startTestRedis, startTestRedisCluster, type TestRedis } from "#scripts/testing/start-test-redis.ts";
import { describeContextCache } from "#server/ports/context-cache.contract.ts";
import type { ContextTurn } from "#server/ports/context-cache.ts";
import type { Logger } from "#server/ports/logger.ts";
import { createRedis } from "./redis-connection.ts";
import { createRedisContextCache } from "./redis-context-cache.ts";

const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} };

/** The cache as one process has it. */
function open(url: string) {
  const connection = createRedis(url, silent);
  return { cache: createRedisContextCache(connection), client: connection.client, close: connection.close };
}

async function startEngine(server: { url: string; stop: () => Promise<void> }) {
  const [one, other] = [open(server.url), open(server.url)];
  const stop = async (): Promise<void> => {
    await Promise.all([one.close(), other.close()]);
    await server.stop();
  };
  return { cache: one.cache, otherCache: other.cache, stop };
}

describeContextCache("a Redis server", async () => startEngine(await startTestRedis()));
describeContextCache("a Redis cluster", async () => startEngine(await startTestRedisCluster()));

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

/** A branch of a conversation, as the database has it, with how often it was asked. */
function newBranch(text = "Hello") {
  const branch = { userId: createId(), conversationId: createId(), leafId: createId() };
  const turns: ContextTurn[] = [{ role: "user", text }];
  const database = { asked: 0 };
  const load = async () => {
    database.asked++;
    return turns;
  };
  return { branch, turns, database, load, key: `polylogue:context:{${branch.userId}:${branch.conversationId}}` };
}

const isAsked = () => Promise.reject(new Error("the database was asked"));

test("what one process read another one need not ask the database for, for an hour from the last reading on", async () => {
  const [here, there] = [open(redis.url), open(redis.url)];
  const { branch, turns, load, key } = newBranch();
  const readThere = async () => {
    await here.cache.read(branch, load);
    return there.cache.read(branch, isAsked).catch(() => "asked");
  };
  await expect.poll(readThere).toEqual(turns);
  await here.client.pexpire(key, 10_000);
  await expect.poll(() => readThere().then(() => here.client.pttl(key))).toBeGreaterThan(3_500_000);
  await Promise.all([here.close(), there.close()]);
});

test("what was kept is read without the database", async () => {
  const [here, there] = [open(redis.url), open(redis.url)];
  const { branch, turns } = newBranch();
  const readThere = async () => {
    await here.cache.keep(branch, turns);
    return there.cache.read(branch, isAsked).catch(() => "asked");
  };
  await expect.poll(readThere).toEqual(turns);
  await Promise.all([here.close(), there.close()]);
});

test("a very long branch is not kept, and of many branches only the last few are", async () => {
  const { cache, client, close } = open(redis.url);
  const { branch, load, key } = newBranch("x".repeat(520 * 1_024));
  await cache.read(branch, load);
  expect(await client.exists(key)).toBe(0);
  const short = newBranch();
  for (let index = 0; index < 20; index++) {
    await cache.read({ ...short.branch, leafId: createId() }, short.load);
    expect(await client.hlen(short.key)).toBeLessThanOrEqual(4);
  }
  await close();
});

test("without Redis, or with one that stopped answering, the database is asked and forgetting fails nobody", async () => {
  const proxy = await startTestProxy(redis.url);
  const { cache, close } = open(proxy.url);
  const { branch, turns, database, load } = newBranch();
  await cache.read(branch, load);
  proxy.freeze();
  expect(await cache.read(branch, load)).toEqual(turns);
  expect(database.asked).toBe(2);
  await cache.forget(branch.userId, branch.conversationId);
  await proxy.close();
  expect(await cache.read(branch, load)).toEqual(turns);
  await close();
});

test("a flushed Redis costs a look in the database", async () => {
  const { cache, client, close } = open(redis.url);
  const { branch, turns, database, load } = newBranch();
  await cache.read(branch, load);
  await client.flushall();
  expect(await cache.read(branch, load)).toEqual(turns);
  expect(database.asked).toBe(2);
  await close();
});
