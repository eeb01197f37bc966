import { Cluster } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import type { TestSocket } from "#scripts/testing/gateway/test-socket.ts";
import { viewOf } from "#scripts/testing/gateway/view.ts";
import { startTestRedis, startTestRedisCluster } from "#scripts/testing/start-test-redis.ts";
import type { LogKey } from "#server/ports/generation-log.ts";
import { createRedis } from "#server/adapters/redis/redis-connection.ts";

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** A Redis that a test may harm while answers are under way. */
type HarmedRedis = { url: string; harms: ((key: LogKey) => Promise<void>)[]; stop: () => Promise<void> };

async function startServer(): Promise<HarmedRedis> {
  const { url, restart, stop } = await startTestRedis();
  return {
    url,
    stop,
    harms: [() => flush(url), restart],
  };
}

async function startCluster(): Promise<HarmedRedis> {
  const { url, servers, stop } = await startTestRedisCluster();
  const killItsMaster = async ({ userId, generationId }: LogKey): Promise<void> => {
    const { client, close } = createRedis(url, silent);
    const slot = Number(await client.call("cluster", "keyslot", `{${userId}:${generationId}}`));
    const master = client instanceof Cluster ? client.slots[slot]?.[0] : null;
    await close();
    const server = servers.find(({ port }) => master?.endsWith(`:${port}`));
    if (!server) throw new Error("no server of the test has this slot");
    await server.kill();
  };
  return { url, stop, harms: [() => flush(url), killItsMaster] };
}

async function flush(url: string): Promise<void> {
  const { client, close } = createRedis(url, silent);
  await client.ping();
  const servers = client instanceof Cluster ? client.nodes("master") : [client];
  await Promise.all(servers.map((server) => server.flushall()));
  await close();
}

/** Waits until the socket shows at least so many parts of the generation. */
async function untilShown(socket: TestSocket, generationId: string, parts: number): Promise<void> {
  await socket.until(() => viewOf(socket.frames, generationId).seq >= parts);
}

async function expectWhole(socket: TestSocket, generationId: string): Promise<void> {
  const end = await socket.next("generation.end");
  expect(end.message.status).toBe("ended");
  const view = viewOf(socket.frames, generationId);
  expect({ hash: view.hash, seq: view.seq }).toEqual({ hash: end.contentHash, seq: end.seq });
}

describe.each([
  ["a server", startServer],
  ["a cluster", startCluster],
])("answers over Redis as %s", (_shape, start) => {
  let redis: HarmedRedis;
  let gateway: TestGateway;
  beforeAll(async () => {
    redis = await start();
    gateway = await startTestGateway({ REDIS_URL: redis.url });
  });
  afterAll(async () => {
    await gateway.close();
    await redis.stop();
  });

  test("an answer is seen whole on another process, and stopped from there", async () => {
    const actor = await gateway.createActor();
    const elsewhere = await gateway.startProcess();
    const [writer, other] = [await gateway.connect(actor), await elsewhere.connect(actor)];
    const turn = newTurn({ modelId: gateway.modelId("sim-slow-40@10") });
    await writer.ask(turn);
    await other.ask({ type: "conversation.subscribe", conversationId: turn.conversationId, cursors: {} });
    await Promise.all([writer, other].map((socket) => expectWhole(socket, turn.generationId)));
    const endless = newTurn({ modelId: gateway.modelId("sim-slow-2000@10") });
    await writer.ask(endless);
    await untilShown(writer, endless.generationId, 5);
    await other.ask({ type: "generation.stop", generationId: endless.generationId });
    const end = await writer.next("generation.end");
    expect(end.message.status).toBe("stopped");
    await elsewhere.stop();
  });

  test("an answer is whole for everybody whatever Redis suffers meanwhile", async () => {
    const actor = await gateway.createActor();
    const elsewhere = await gateway.startProcess();
    for (const harm of redis.harms) {
      const [writer, other] = [await gateway.connect(actor), await elsewhere.connect(actor)];
      const turn = newTurn({ modelId: gateway.modelId("sim-slow-80@20") });
      await writer.ask(turn);
      await other.ask({ type: "conversation.subscribe", conversationId: turn.conversationId, cursors: {} });
      await untilShown(other, turn.generationId, 10);
      await harm({ userId: actor.userId, generationId: turn.generationId });
      await Promise.all([writer, other].map((socket) => expectWhole(socket, turn.generationId)));
    }
    await elsewhere.stop();
  }, 60_000);

  test("who comes back while Redis is empty has nothing taken back, and goes on when its writer has filled it", async () => {
    const actor = await gateway.createActor();
    const elsewhere = await gateway.startProcess();
    const [writer, first] = [await gateway.connect(actor), await elsewhere.connect(actor)];
    const { generationId, ...turn } = newTurn({ modelId: gateway.modelId("sim-slow-12@300") });
    await writer.ask({ ...turn, generationId });
    await first.ask({ type: "conversation.subscribe", conversationId: turn.conversationId, cursors: {} });
    await untilShown(first, generationId, 3);
    first.close();
    await first.closed;
    const { seq } = viewOf(first.frames, generationId);
    await flush(redis.url);
    const second = await elsewhere.connect(actor);
    const cursors = { [generationId]: { epoch: 1, seq } };
    await second.ask({ type: "conversation.subscribe", conversationId: turn.conversationId, cursors });
    const end = await second.next("generation.end");
    expect(second.frames.filter((frame) => "type" in frame && frame.type === "generation.snapshot")).toEqual([]);
    expect(viewOf([...first.frames, ...second.frames], generationId).hash).toBe(end.contentHash);
    await elsewhere.stop();
  });
});
