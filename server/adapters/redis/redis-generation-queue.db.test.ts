import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestRedis, startTestRedisCluster, type TestRedis } from "#scripts/testing/start-test-redis.ts";
import { describeGenerationQueue } from "#server/ports/generation-queue.contract.ts";
import { OFFER_LEASE_MS } from "#server/ports/generation-queue.ts";
import type { Logger } from "#server/ports/logger.ts";
import { createRedis, type RedisClient } from "./redis-connection.ts";
import { createRedisGenerationQueue } from "./redis-generation-queue.ts";

const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} };
const STREAM = ["polylogue:{generation-queue}", "writers"] as const;

/** Makes what is in hand look as if it had been taken so long ago. */
async function age(client: RedisClient, receipts: string[], takenAgoMs: number): Promise<void> {
  if (receipts.length > 0) await client.call("xclaim", ...STREAM, "writers", 0, ...receipts, "idle", takenAgoMs);
}

/** The queue as one process has it. */
function open(url: string) {
  const connection = createRedis(url, silent);
  const { client, close } = connection;
  const passLease = async (): Promise<void> => {
    const pending = await client.xpending(...STREAM, "-", "+", 1_000);
    const receipts = pending.map((entry) => String(Array.isArray(entry) ? entry[0] : entry));
    await age(client, receipts, OFFER_LEASE_MS);
  };
  return { queue: createRedisGenerationQueue(connection), client, close, passLease };
}

async function startEngine(server: { url: string; stop: () => Promise<void> }) {
  const [one, other] = [open(server.url), open(server.url)];
  const stop = async (): Promise<void> => {
    await Promise.all([one.close(), other.close()]);
    await server.stop();
  };
  return { queue: one.queue, otherQueue: other.queue, passLease: one.passLease, stop };
}

describeGenerationQueue("a Redis server", async () => startEngine(await startTestRedis()));
describeGenerationQueue("a Redis cluster", async () => startEngine(await startTestRedisCluster()));

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

const newKey = () => ({ userId: createId(), generationId: createId() });

test("a flushed or restarted server forgets its offers, and the next one comes through", async () => {
  const { queue, client, close } = open(redis.url);
  const never = new AbortController().signal;
  await queue.offer(newKey());
  await queue.take(1, never);
  await client.flushall();
  const flushed = queue.take(10, never);
  const [first, second] = [newKey(), newKey()];
  await queue.offer(first);
  expect(await flushed).toMatchObject([first]);
  await redis.restart();
  await expect.poll(() => client.ping().catch(() => "")).toBe("PONG");
  await queue.offer(second);
  expect(await queue.take(10, never)).toMatchObject([second]);
  await close();
});

test("without a server, offering and taking say so within seconds", async () => {
  const { queue, close } = open("redis://127.0.0.1:9");
  await expect(queue.offer(newKey())).rejects.toThrow();
  await expect(queue.take(1, new AbortController().signal)).rejects.toThrow();
  await close();
});

test("what lapsed is found behind any number of others that are in hand", async () => {
  const { queue, client, close, passLease } = open(redis.url);
  const never = new AbortController().signal;
  await client.flushall();
  const keys = Array.from({ length: 300 }, newKey);
  await Promise.all(keys.map((key) => queue.offer(key)));
  const taken = await queue.take(300, never);
  await passLease();
  const renewed = taken.slice(0, 299).map(({ receipt }) => receipt);
  await age(client, renewed, 0);
  expect(await queue.take(1, never)).toEqual(taken.slice(299));
  await queue.settle(taken);
  expect(await client.xlen(STREAM[0])).toBe(0);
  await close();
});
