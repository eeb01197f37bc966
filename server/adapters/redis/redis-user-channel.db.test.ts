import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { UserEvent } from "#contracts/user-event.ts";
import { startTestRedis, startTestRedisCluster, type TestRedis } from "#scripts/testing/start-test-redis.ts";
import type { Logger } from "#server/ports/logger.ts";
import { describeUserChannel } from "#server/ports/user-channel.contract.ts";
import { createRedis } from "./redis-connection.ts";
import { RedisSubscriber } from "./redis-subscriber.ts";
import { createRedisUserChannel } from "./redis-user-channel.ts";

const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} };
const MODELS: UserEvent = { type: "models-changed" };

/** The channel as one process has it. */
function open(url: string, logger = silent) {
  const connection = createRedis(url, logger);
  const subscriber = new RedisSubscriber(connection);
  const close = async (): Promise<void> => {
    subscriber.close();
    await connection.close();
  };
  return { channel: createRedisUserChannel(connection, subscriber), close };
}

async function startEngine(server: { url: string; stop: () => Promise<void> }) {
  const [one, other] = [open(server.url), open(server.url)];
  const stop = async (): Promise<void> => {
    await Promise.all([one.close(), other.close()]);
    await server.stop();
  };
  return { channel: one.channel, otherChannel: other.channel, stop };
}

describeUserChannel("a Redis server", async () => startEngine(await startTestRedis()));
describeUserChannel("a Redis cluster", async () => startEngine(await startTestRedisCluster()));

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

test("after a restart of the server everybody is subscribed again, and told that something may be missing", async () => {
  const [here, there] = [open(redis.url), open(redis.url)];
  const heard: UserEvent[] = [];
  const userId = createId();
  await there.channel.subscribe(userId, (event) => heard.push(event));
  const gap = new Promise<void>((resolve) => there.channel.onGap(resolve));
  await redis.restart();
  await gap;
  await expect.poll(() => here.channel.publish(userId, MODELS).then(() => heard.length)).toBeGreaterThan(0);
  await Promise.all([here.close(), there.close()]);
});

test("publishing without Redis reaches this process, is logged once and holds nobody up", async () => {
  const warnings: string[] = [];
  const logger = { ...silent, warn: (_fields: object, message: string) => warnings.push(message) };
  const own = await startTestRedis();
  const { channel, close } = open(own.url, logger);
  const heard: UserEvent[] = [];
  const userId = createId();
  await channel.subscribe(userId, (event) => heard.push(event));
  await channel.publish(createId(), MODELS);
  await own.kill();
  await expect.poll(() => warnings).toEqual(["Redis cannot be reached; it is tried again"]);
  for (let time = 0; time < 100; time += 1) await channel.publish(userId, MODELS);
  expect(heard).toHaveLength(100);
  expect(warnings).toHaveLength(1);
  await close();
  await own.stop();
});

test("a server that holds its connections and answers nothing holds up the first publisher only, and not for long", async () => {
  const own = await startTestRedis();
  const [here, there] = [open(own.url), open(own.url)];
  const heard: UserEvent[] = [];
  const userId = createId();
  await there.channel.subscribe(userId, (event) => heard.push(event));
  await here.channel.publish(createId(), MODELS);
  const other = createRedis(own.url, silent);
  await other.client.call("client", "pause", 5_000, "all");
  const waited = async (): Promise<number> => {
    const startedAt = performance.now();
    await here.channel.publish(userId, MODELS);
    return performance.now() - startedAt;
  };
  expect(await waited()).toBeLessThan(3_000);
  await expect.poll(waited, { timeout: 4_000 }).toBeLessThan(50);
  await expect.poll(() => waited().then(() => heard.length), { timeout: 10_000 }).toBeGreaterThan(0);
  await Promise.all([here.close(), there.close(), other.close()]);
  await own.stop();
});

test("who subscribes while there is no Redis is refused", async () => {
  const { channel, close } = open("redis://127.0.0.1:9");
  await expect(channel.subscribe(createId(), () => undefined)).rejects.toThrow();
  await close();
});

test("when a master of the cluster is killed, its people are heard again from the one that replaces it", async () => {
  const cluster = await startTestRedisCluster();
  const [here, there] = [open(cluster.url), open(cluster.url)];
  const people = Array.from({ length: 60 }, () => createId());
  const heard = new Set<string>();
  for (const userId of people) await there.channel.subscribe(userId, () => heard.add(userId));
  const gap = new Promise<void>((resolve) => there.channel.onGap(resolve));
  await cluster.servers[0]?.kill();
  await gap;
  const everybodyHears = async (): Promise<number> => {
    await Promise.all(people.map((userId) => here.channel.publish(userId, MODELS)));
    return heard.size;
  };
  await expect.poll(everybodyHears, { timeout: 10_000 }).toBe(people.length);
  await Promise.all([here.close(), there.close()]);
  await cluster.stop();
});
