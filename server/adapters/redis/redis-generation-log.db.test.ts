import { inspect } from "node:util";
import { Cluster } from "ioredis";
import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestRedis, startTestRedisCluster, type TestRedis } from "#scripts/testing/start-test-redis.ts";
import { describeGenerationLog } from "#server/ports/generation-log.contract.ts";
import type { GenerationLog, LoggedPart, LogKey } from "#server/ports/generation-log.ts";
import { describeGenerationLogProperty } from "#server/ports/generation-log.property.contract.ts";
import type { Logger } from "#server/ports/logger.ts";
import { createRedis, type RedisClient } from "./redis-connection.ts";
import { createRedisGenerationLog } from "./redis-generation-log.ts";
import { RedisSubscriber } from "./redis-subscriber.ts";

const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} };
const START = { epoch: 0, seq: 0 };

/** The log as one process has it. */
function open(url: string) {
  const connection = createRedis(url, silent);
  const subscriber = new RedisSubscriber(connection);
  const { client } = connection;
  return {
    log: createRedisGenerationLog(connection, subscriber),
    client,
    lose: async () => {
      const masters = client instanceof Cluster ? client.nodes("master") : [client];
      await Promise.all(masters.map((master) => master.flushall()));
    },
    close: async () => {
      subscriber.close();
      await connection.close();
    },
  };
}

async function startEngine(server: { url: string; stop: () => Promise<void> }) {
  const [one, other] = [open(server.url), open(server.url)];
  const epochs = new Map<string, number>();
  return {
    log: one.log,
    otherLog: other.log,
    lose: one.lose,
    replicate: (key: LogKey) => replicate(one.client, key),
    begin: async () => newKey(),
    claim: async ({ generationId }: LogKey) => {
      const epoch = (epochs.get(generationId) ?? 1) + 1;
      epochs.set(generationId, epoch);
      return epoch;
    },
    end: async () => undefined,
    stop: async () => {
      await Promise.all([one.close(), other.close()]);
      await server.stop();
    },
  };
}

async function replicate(client: RedisClient, key: LogKey): Promise<() => Promise<void>> {
  const copies = await Promise.all(keysOf(key).map(async (name) => ({ name, copy: await client.dumpBuffer(name) })));
  return async () => {
    await client.del(keysOf(key));
    // The head comes last: without it nobody sees the rest.
    for (const { name, copy } of copies.toReversed()) if (copy) await client.restore(name, 60_000, copy);
  };
}

function keysOf({ userId, generationId }: LogKey): string[] {
  return ["head", "parts"].map((name) => `polylogue:log:{${userId}:${generationId}}:${name}`);
}

function newKey(): LogKey {
  return { userId: createId(), generationId: createId() };
}

function texts(firstSeq: number, ...values: string[]): LoggedPart[] {
  return values.map((text, index): LoggedPart => ({ seq: firstSeq + index, part: { type: "text-delta", text } }));
}

/** As a writer does it: again while Redis is away, and everything where something was lost. */
async function appendPersistently(log: GenerationLog, key: LogKey, all: readonly LoggedPart[]): Promise<void> {
  await expect
    .poll(
      async () => {
        const outcome = await log.append(key, 1, all.slice(-1)).catch(() => "away");
        return outcome === "gap" ? log.append(key, 1, all).catch(() => "away") : outcome;
      },
      { timeout: 10_000, interval: 20 },
    )
    .toBe("appended");
}

describeGenerationLog("a Redis server", async () => startEngine(await startTestRedis()));
describeGenerationLog("a Redis cluster", async () => startEngine(await startTestRedisCluster()));
describeGenerationLogProperty("a Redis server", async () => startEngine(await startTestRedis()), 250);
describeGenerationLogProperty("a Redis cluster", async () => startEngine(await startTestRedisCluster()));

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

test("what was flushed is asked for again, and a follower neither misses anything nor gets it twice", async () => {
  const [here, there] = [open(redis.url), open(redis.url)];
  const key = newKey();
  await here.log.append(key, 1, texts(1, "a", "b"));
  const pages = there.log.follow(key, START, new AbortController().signal)[Symbol.asyncIterator]();
  expect((await pages.next()).value).toEqual({ epoch: 1, parts: texts(1, "a", "b"), isClosed: false });
  await here.lose();
  expect(await here.log.read(key, START)).toEqual({ epoch: 0, parts: [], isClosed: false });
  expect(await here.log.append(key, 1, texts(3, "c"))).toBe("gap");
  expect(await here.log.append(key, 1, texts(1, "a", "b", "c"))).toBe("appended");
  expect((await pages.next()).value).toEqual({ epoch: 1, parts: texts(3, "c"), isClosed: false });
  await pages.return?.();
  await Promise.all([here.close(), there.close()]);
});

test("a server that drops the parts alone, for want of memory, is asked for all of them again", async () => {
  const here = open(redis.url);
  const key = newKey();
  await here.log.append(key, 1, texts(1, "a", "b"));
  await here.client.del(keysOf(key)[1] ?? "");
  expect(await here.log.append(key, 1, texts(3, "c"))).toBe("gap");
  expect(await here.log.append(key, 1, texts(1, "a", "b", "c"))).toBe("appended");
  expect((await here.log.read(key, START)).parts).toEqual(texts(1, "a", "b", "c"));
  await here.close();
});

test("an answer of many thousand parts is written and read whole", async () => {
  const here = open(redis.url);
  const key = newKey();
  const parts = texts(1, ...Array.from({ length: 6_000 }, (_, index) => `word ${index}`));
  expect(await here.log.append(key, 1, parts)).toBe("appended");
  await here.log.open(key, 2);
  await here.log.truncate(key, 2, 5_250);
  expect((await here.log.read(key, START)).parts).toEqual(parts.slice(0, 5_250));
  await here.close();
});

test("a log leaves by itself: an hour after its last write, ten minutes after its end", async () => {
  const here = open(redis.url);
  const key = newKey();
  const minutesLeft = () =>
    Promise.all(keysOf(key).map(async (name) => Math.ceil((await here.client.pttl(name)) / 60_000)));
  await here.log.append(key, 1, texts(1, "a"));
  expect(await minutesLeft()).toEqual([60, 60]);
  await here.log.close(key, 1);
  expect(await minutesLeft()).toEqual([10, 10]);
  await here.close();
});

test("after a restart of the server a writer goes on, and a follower sees the end", async () => {
  const [here, there] = [open(redis.url), open(redis.url)];
  const key = newKey();
  const all = texts(1, "a", "b", "c");
  await here.log.append(key, 1, all.slice(0, 2));
  const seen = collect(there.log, key);
  await redis.restart();
  await appendPersistently(here.log, key, all);
  await here.log.close(key, 1);
  expect(await seen).toEqual(all);
  await Promise.all([here.close(), there.close()]);
});

test("a command without a server ends within its limit, and at once when that is known", async () => {
  const own = await startTestRedis();
  const here = open(own.url);
  const key = newKey();
  await here.log.append(key, 1, texts(1, "a"));
  await own.kill();
  const startedAt = performance.now();
  await expect(here.log.append(key, 1, texts(2, "b"))).rejects.toThrow();
  expect(performance.now() - startedAt).toBeLessThan(3_000);
  await expect(here.log.append(key, 1, texts(2, "b"))).rejects.toThrow("Redis cannot be reached");
  await here.log.close(key, 1);
  await here.close();
  await own.stop();
});

test("when a master of the cluster is killed, every answer goes on within seconds and its follower sees the end", async () => {
  const cluster = await startTestRedisCluster();
  const [here, there] = [open(cluster.url), open(cluster.url)];
  const keys = Array.from({ length: 30 }, newKey);
  const all = texts(1, "a", "b", "c");
  await Promise.all(keys.map((key) => here.log.append(key, 1, all.slice(0, 2))));
  const followers = keys.map((key) => collect(there.log, key));
  const startedAt = performance.now();
  await cluster.servers[0]?.kill();
  await Promise.all(keys.map((key) => appendPersistently(here.log, key, all)));
  expect(performance.now() - startedAt).toBeLessThan(8_000);
  await Promise.all(keys.map((key) => here.log.close(key, 1)));
  expect(await Promise.all(followers)).toEqual(keys.map(() => all));
  await Promise.all([here.close(), there.close()]);
  await cluster.stop();
});

async function collect(log: GenerationLog, key: LogKey): Promise<LoggedPart[]> {
  const parts: LoggedPart[] = [];
  for await (const page of log.follow(key, START, new AbortController().signal)) parts.push(...page.parts);
  return parts;
}

test("what a script throws does not repeat what was to be written", async () => {
  const here = open(redis.url);
  const key = newKey();
  await here.client.set(keysOf(key)[0] ?? "", "not a head");
  const failure: unknown = await here.log.append(key, 1, texts(1, "private")).catch((error: unknown) => error);
  expect(inspect(failure, { depth: 5 })).toContain("WRONGTYPE");
  expect(inspect(failure, { depth: 5 })).not.toContain("private");
  await here.close();
});
