import { afterAll, beforeAll, expect, test } from "vitest";
import { PROTOCOL_VERSION } from "#contracts/socket-constants.ts";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import type { TestSocket } from "#scripts/testing/gateway/test-socket.ts";
import { viewOf } from "#scripts/testing/gateway/view.ts";
import type { Actor } from "#server/context.ts";
import { healGap } from "./heal-gap.ts";
import { createCaller } from "#server/transport/trpc/procedures.ts";
import { rootRouter } from "#server/transport/trpc/root-router.ts";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

async function answered(socket: TestSocket, given: { conversationId?: string; parentId?: string } = {}) {
  const turn = newTurn({ modelId: gateway.modelId("sim-short"), ...given });
  await socket.ask(turn);
  await socket.until(
    (frame) => !Array.isArray(frame) && frame.type === "generation.end" && frame.generationId === turn.generationId,
  );
  return turn;
}

function call(actor: Actor) {
  return createCaller(rootRouter)({ server: gateway.context, actor, ipAddress: "192.0.2.1" });
}

function typesOf(socket: TestSocket): string[] {
  return socket.frames.flatMap((frame) => (Array.isArray(frame) ? [] : [frame.type]));
}

/** What the sleeping tab last knew, in the past by more than what is told twice. */
const LONG_AGO = new Date(Date.now() - 3_600_000).toISOString();

test("a tab that slept learns in one round trip what appeared, changed and went, of the account and of its conversation", async () => {
  const actor = await gateway.createActor();
  const awake = await gateway.connect(actor);
  const [kept, deleted] = [await answered(awake), await answered(awake)];
  const more = await answered(awake, { conversationId: kept.conversationId, parentId: kept.answerId });
  await call(actor).conversations.delete({ id: deleted.conversationId });
  const tab = await gateway.connect(actor);
  tab.send({ type: "hello", protocolVersion: PROTOCOL_VERSION });
  tab.send({ type: "account.sync", since: LONG_AGO });
  const ack = await tab.ask({
    type: "conversation.subscribe",
    conversationId: kept.conversationId,
    cursors: {},
    since: LONG_AGO,
  });
  expect(ack).toMatchObject({ type: "ack", at: expect.any(String) });
  const told = (type: string) => tab.frames.filter((frame) => !Array.isArray(frame) && frame.type === type);
  expect(told("conversation.put")).toMatchObject([{ conversation: { id: kept.conversationId, isUnread: true } }]);
  expect(told("conversation.delete")).toMatchObject([{ conversationId: deleted.conversationId }]);
  const ids = told("message.put").map((frame) => "message" in frame && frame.message.id);
  expect(ids).toEqual([kept.messageId, kept.answerId, more.messageId, more.answerId]);
});

test("who asks from the time it was told hears nothing that is long over", async () => {
  const actor = await gateway.createActor();
  await answered(await gateway.connect(actor));
  const tab = await gateway.connect(actor);
  expect(await tab.ask({ type: "account.sync", since: null })).toMatchObject({ at: expect.any(String) });
  const inAMinute = new Date(Date.now() + 60_000).toISOString();
  expect(await tab.ask({ type: "account.sync", since: inAMinute })).toMatchObject({ at: expect.any(String) });
  const said = tab.frames.filter((frame) => !Array.isArray(frame) && frame.type !== "conversation.put");
  expect(said.map((frame) => "type" in frame && frame.type)).toEqual(["welcome", "ack", "ack"]);
});

test("an answer that ends between the look at the messages and the look at what runs is told to have ended", async () => {
  const actor = await gateway.createActor();
  const other = await gateway.startProcess();
  const socket = await gateway.connect(actor);
  const turn = newTurn({ modelId: gateway.modelId("sim-slow-12@50") });
  await socket.ask(turn);
  const { generations } = other.context;
  const { listRunning } = generations;
  generations.listRunning = async (...names) => {
    await socket.until((frame) => !Array.isArray(frame) && frame.type === "generation.end");
    return listRunning(...names);
  };
  const tab = await other.connect(actor);
  const { conversationId } = turn;
  await tab.ask({ type: "conversation.subscribe", conversationId, cursors: {}, since: LONG_AGO });
  generations.listRunning = listRunning;
  const statuses = tab.frames.flatMap((frame) =>
    !Array.isArray(frame) && frame.type === "message.put" && frame.message.id === turn.answerId
      ? [frame.message.status]
      : [],
  );
  expect(statuses).toEqual(["running", "ended"]);
});

test("who sends again what is answered just then is told the end, too", async () => {
  const actor = await gateway.createActor();
  const other = await gateway.startProcess();
  const socket = await gateway.connect(actor);
  const turn = newTurn({ modelId: gateway.modelId("sim-slow-12@50") });
  await socket.ask(turn);
  const { generations } = other.context;
  const { listRunning } = generations;
  generations.listRunning = async (...names) => {
    await socket.until((frame) => !Array.isArray(frame) && frame.type === "generation.end");
    return listRunning(...names);
  };
  const tab = await other.connect(actor);
  await tab.ask(turn);
  const end = await tab.until((frame) => !Array.isArray(frame) && frame.type === "generation.end");
  generations.listRunning = listRunning;
  expect(end).toMatchObject({ generationId: turn.generationId, message: { status: "ended" } });
});

test("too much to tell is said to be too much", async () => {
  const actor = await gateway.createActor();
  const insert = `insert into conversations (user_id, id, title, title_source, created_at, updated_at)
    select $1, gen_random_uuid(), 'A title', 'model', now(), now() from generate_series(1, 201)`;
  const { Client } = await import("pg");
  const client = new Client({ connectionString: gateway.container.env.DATABASE_URL });
  await client.connect();
  await client.query(insert, [actor.userId]);
  await client.end();
  const tab = await gateway.connect(actor);
  await tab.ask({ type: "account.sync", since: LONG_AGO });
  expect(typesOf(tab)).toEqual(["welcome", "account.stale", "ack"]);
});

test("what one tab has read is read in every other", async () => {
  const actor = await gateway.createActor();
  const [reading, other] = [await gateway.connect(actor), await gateway.connect(actor)];
  const { conversationId } = await answered(reading);
  await reading.ask({ type: "conversation.read", conversationId });
  await reading.ask({ type: "conversation.read", conversationId });
  const isRead = await other.until(
    (frame) =>
      !Array.isArray(frame) &&
      frame.type === "conversation.put" &&
      !frame.conversation.isUnread &&
      !frame.conversation.isRunning,
  );
  expect(isRead).toMatchObject({ conversation: { id: conversationId } });
});

test("from version 2 on the end of an answer comes without its content, and an answer can be read again", async () => {
  const socket = await gateway.connect(await gateway.createActor());
  await socket.ask({ type: "hello", protocolVersion: 2 });
  const turn = await answered(socket);
  const end = await socket.next("generation.end");
  expect(end.message.parts).toBeUndefined();
  const view = viewOf(socket.frames, turn.generationId);
  expect({ seq: view.seq, hash: view.hash }).toEqual({ seq: end.seq, hash: end.contentHash });
  const { conversationId, answerId } = turn;
  expect(await socket.ask({ type: "answer.reread", conversationId, answerId })).toMatchObject({ type: "ack" });
  const puts = socket.frames.filter((frame) => !Array.isArray(frame) && frame.type === "message.put");
  expect(puts.at(-1)).toMatchObject({ message: { id: answerId, parts: view.parts, status: "ended" } });
});

test("who comes back after the end gets the content that it missed", async () => {
  const actor = await gateway.createActor();
  const turn = await answered(await gateway.connect(actor));
  const back = await gateway.connect(actor);
  await back.ask({ type: "hello", protocolVersion: 2 });
  const cursors = { [turn.generationId]: { epoch: 1, seq: 0 } };
  await back.ask({ type: "conversation.subscribe", conversationId: turn.conversationId, cursors });
  const told = typesOf(back).filter((type) => type !== "conversation.put");
  expect(told).toEqual(["welcome", "ack", "message.put", "generation.end", "ack"]);
});

test("after hints were lost, every socket is told what it may have missed", async () => {
  const actor = await gateway.createActor();
  const process = await gateway.startProcess();
  const tab = await process.connect(actor);
  const writer = await gateway.connect(actor);
  const turn = await answered(writer);
  await tab.ask({ type: "conversation.subscribe", conversationId: turn.conversationId, cursors: {} });
  await healGap(process.server.gateway);
  const told = await tab.until((frame) => !Array.isArray(frame) && frame.type === "message.put");
  expect(told).toMatchObject({ message: { id: turn.messageId } });
});

test("a conversation that was deleted meanwhile keeps a socket from none of the others", async () => {
  const actor = await gateway.createActor();
  const process = await gateway.startProcess();
  const [tab, writer] = [await process.connect(actor), await gateway.connect(actor)];
  const [deleted, kept] = [await answered(writer), await answered(writer)];
  for (const { conversationId } of [deleted, kept])
    await tab.ask({ type: "conversation.subscribe", conversationId, cursors: {} });
  await call(actor).conversations.delete({ id: deleted.conversationId });
  await healGap(process.server.gateway);
  const told = await tab.until((frame) => !Array.isArray(frame) && frame.type === "message.put");
  expect(told).toMatchObject({ message: { id: kept.messageId } });
});
