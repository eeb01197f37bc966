import { afterAll, beforeAll, expect, test } from "vitest";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { viewOf } from "#scripts/testing/gateway/view.ts";
import { beatGenerations } from "#server/domains/generations/index.ts";
import { createCaller } from "#server/transport/trpc/procedures.ts";
import { rootRouter } from "#server/transport/trpc/root-router.ts";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

const SLOW = "sim-slow-2000@10";

test("stopping keeps what was produced, says so to every view, and lets the provider go", async () => {
  const actor = await gateway.createActor();
  const [writer, other] = [await gateway.connect(actor), await gateway.connect(actor)];
  const turn = newTurn({ modelId: gateway.modelId(SLOW) });
  const { conversationId, generationId } = turn;
  await writer.ask(turn);
  await other.ask({ type: "conversation.subscribe", conversationId, cursors: {} });
  await other.until((frame) => Array.isArray(frame));
  expect(await other.ask({ type: "generation.stop", generationId })).toMatchObject({ type: "ack" });
  for (const socket of [writer, other]) {
    const end = await socket.next("generation.end");
    expect(end.message).toMatchObject({ status: "stopped", error: null, finishReason: null });
    expect(viewOf(socket.frames, generationId).hash).toBe(end.contentHash);
    expect(viewOf(socket.frames, generationId).text).toMatch(/^word1\b/);
  }
  await expect.poll(() => gateway.simulator.countOpenAnswers()).toBe(0);
  expect(await writer.ask({ type: "generation.stop", generationId })).toMatchObject({ type: "ack" });
});

test("a stop that comes before the first word ends the answer empty", async () => {
  const socket = await gateway.connect(await gateway.createActor());
  const turn = newTurn({ modelId: gateway.modelId("sim-silence") });
  await socket.ask(turn);
  await socket.ask({ type: "generation.stop", generationId: turn.generationId });
  expect((await socket.next("generation.end")).message).toMatchObject({ status: "stopped", parts: [] });
});

test("a stop from another process reaches the one that writes", async () => {
  const actor = await gateway.createActor();
  const elsewhere = await gateway.startProcess();
  const [writer, other] = [await gateway.connect(actor), await elsewhere.connect(actor)];
  const turn = newTurn({ modelId: gateway.modelId(SLOW) });
  await writer.ask(turn);
  await writer.until((frame) => Array.isArray(frame));
  expect(await other.ask({ type: "generation.stop", generationId: turn.generationId })).toMatchObject({ type: "ack" });
  expect((await writer.next("generation.end")).message.status).toBe("stopped");
  await elsewhere.stop();
});

test.each(["this", "another"])(
  "who deletes a conversation in %s process stops what is written in it",
  async (which) => {
    const actor = await gateway.createActor();
    const elsewhere = await gateway.startProcess();
    const server = which === "this" ? gateway.context : elsewhere.context;
    const writer = await gateway.connect(actor);
    const turn = newTurn({ modelId: gateway.modelId(SLOW) });
    await writer.ask(turn);
    await writer.until((frame) => Array.isArray(frame));
    const { conversations } = createCaller(rootRouter)({ server, actor, ipAddress: "192.0.2.1" });
    await conversations.delete({ id: turn.conversationId });
    expect((await writer.next("generation.end")).message).toMatchObject({ status: "stopped", error: null });
    await expect.poll(() => gateway.simulator.countOpenAnswers()).toBe(0);
    await conversations.restore({ id: turn.conversationId });
    expect(await conversations.get({ id: turn.conversationId })).toMatchObject({ isRunning: false });
    await elsewhere.stop();
  },
);

test("who deletes a conversation a second time stops what the first time left running", async () => {
  const actor = await gateway.createActor();
  const socket = await gateway.connect(actor);
  const turn = newTurn({ modelId: gateway.modelId(SLOW) });
  await socket.ask(turn);
  await gateway.context.conversations.delete(actor.userId, turn.conversationId, new Date());
  const { conversations } = createCaller(rootRouter)({ server: gateway.context, actor, ipAddress: "192.0.2.1" });
  await conversations.delete({ id: turn.conversationId });
  expect((await socket.next("generation.end")).message.status).toBe("stopped");
});

test("a stop whose event was lost is found by the next heartbeat", async () => {
  const actor = await gateway.createActor();
  const socket = await gateway.connect(actor);
  const turn = newTurn({ modelId: gateway.modelId(SLOW) });
  await socket.ask(turn);
  await gateway.context.generations.requestStop(actor.userId, turn.generationId);
  await beatGenerations(gateway.context);
  expect((await socket.next("generation.end")).message.status).toBe("stopped");
});
