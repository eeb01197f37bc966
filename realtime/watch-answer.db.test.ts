import { afterAll, beforeAll, expect, test } from "vitest";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import type { TestSocket } from "#scripts/testing/gateway/test-socket.ts";
import { viewOf } from "#scripts/testing/gateway/view.ts";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

const SLOW = "sim-slow-60@15";

/** Waits until the socket shows at least so many parts of the generation. */
async function untilShown(socket: TestSocket, generationId: string, parts: number): Promise<void> {
  await socket.until(() => viewOf(socket.frames, generationId).seq >= parts);
}

test("whoever reloads in the middle of an answer sees all of it, going on, and the end agrees", async () => {
  const actor = await gateway.createActor();
  const first = await gateway.connect(actor);
  const turn = newTurn({ modelId: gateway.modelId(SLOW) });
  await first.ask(turn);
  await untilShown(first, turn.generationId, 10);
  first.close();
  const second = await gateway.connect(actor);
  await second.ask({ type: "conversation.subscribe", conversationId: turn.conversationId, cursors: {} });
  const snapshot = await second.next("generation.snapshot");
  expect(snapshot.cursor.seq).toBeGreaterThanOrEqual(10);
  const end = await second.next("generation.end");
  const view = viewOf(second.frames, turn.generationId);
  expect({ hash: view.hash, seq: view.seq }).toEqual({ hash: end.contentHash, seq: end.seq });
  expect(view.text.startsWith("word1 word2 ")).toBe(true);
});

test("closing every tab changes nothing: the answer goes on and is there afterwards", async () => {
  const actor = await gateway.createActor();
  const socket = await gateway.connect(actor);
  const turn = newTurn({ modelId: gateway.modelId("sim-slow-20@10") });
  await socket.ask(turn);
  socket.close();
  const other = await gateway.connect(actor);
  await other.until(
    (frame) => !Array.isArray(frame) && frame.type === "conversation.put" && !frame.conversation.isRunning,
  );
  const [answer] = await gateway.context.messages.listNodes(actor.userId, turn.conversationId, [turn.answerId]);
  expect(answer).toMatchObject({ status: "ended", finishReason: "stop" });
});

test("who comes back with a cursor gets only what it missed", async () => {
  const actor = await gateway.createActor();
  const [first, second] = [await gateway.connect(actor), await gateway.connect(actor)];
  const turn = newTurn({ modelId: gateway.modelId(SLOW) });
  const { conversationId, generationId } = turn;
  await first.ask(turn);
  await untilShown(first, generationId, 5);
  await second.ask({ type: "conversation.subscribe", conversationId, cursors: {} });
  const { cursor } = await second.next("generation.snapshot");
  await second.ask({ type: "conversation.unsubscribe", conversationId });
  const seen = viewOf(second.frames, generationId).seq;
  await untilShown(first, generationId, seen + 5);
  const cursors = { [generationId]: { epoch: cursor.epoch, seq: seen } };
  await second.ask({ type: "conversation.subscribe", conversationId, cursors });
  const resumed = await second.next("generation.resume");
  expect(resumed.missed).toHaveLength(1);
  expect(resumed.cursor.seq).toBeGreaterThanOrEqual(seen + 5);
  const end = await second.next("generation.end");
  expect(viewOf(second.frames, generationId).hash).toBe(end.contentHash);
});

test("who comes back after the end gets the end", async () => {
  const actor = await gateway.createActor();
  const socket = await gateway.connect(actor);
  const turn = newTurn({ modelId: gateway.modelId("sim-short") });
  const { conversationId, generationId } = turn;
  await socket.ask(turn);
  const end = await socket.next("generation.end");
  const later = await gateway.connect(actor);
  await later.ask({
    type: "conversation.subscribe",
    conversationId,
    cursors: { [generationId]: { epoch: 1, seq: 1 } },
  });
  expect(await later.next("generation.end")).toEqual(end);
});

test("every open view of a conversation gets the message, the answer as it comes, and its end", async () => {
  const actor = await gateway.createActor();
  const tabs = [await gateway.connect(actor), await gateway.connect(actor)] as const;
  const modelId = gateway.modelId("sim-slow-20@10");
  const first = newTurn({ modelId });
  await tabs[0].ask(first);
  await tabs[0].next("generation.end");
  await tabs[1].ask({ type: "conversation.subscribe", conversationId: first.conversationId, cursors: {} });
  const next = newTurn({ modelId, conversationId: first.conversationId, parentId: first.answerId });
  await tabs[0].ask(next);
  expect((await tabs[1].next("message.put")).message.id).toBe(next.messageId);
  expect((await tabs[1].next("message.put")).message).toMatchObject({ id: next.answerId, status: "running" });
  const ends = [await tabs[0].next("generation.end"), await tabs[1].next("generation.end")];
  expect(ends[0]).toEqual(ends[1]);
  for (const tab of tabs) expect(viewOf(tab.frames, next.generationId).hash).toBe(ends[0]?.contentHash);
});

test("a tab that looks at something else hears of the conversation, not of its words", async () => {
  const actor = await gateway.createActor();
  const [writer, other] = [await gateway.connect(actor), await gateway.connect(actor)];
  const turn = newTurn({ modelId: gateway.modelId("sim-short"), text: "What is new?" });
  await writer.ask(turn);
  await writer.next("generation.end");
  const put = await other.until(
    (frame) => !Array.isArray(frame) && frame.type === "conversation.put" && !frame.conversation.isRunning,
  );
  expect(put).toMatchObject({ conversation: { id: turn.conversationId } });
  const kinds = new Set(other.frames.map((frame) => (Array.isArray(frame) ? "delta" : frame.type)));
  expect([...kinds].toSorted()).toEqual(["conversation.put", "welcome"]);
});

test("a socket of another process follows the answer through its log, from any point, to the same end", async () => {
  const actor = await gateway.createActor();
  const elsewhere = await gateway.startProcess();
  const [here, there] = [await gateway.connect(actor), await elsewhere.connect(actor)];
  const modelId = gateway.modelId(SLOW);
  const first = newTurn({ modelId: gateway.modelId("sim-short") });
  await here.ask(first);
  await here.next("generation.end");
  await there.ask({ type: "conversation.subscribe", conversationId: first.conversationId, cursors: {} });
  const next = newTurn({ modelId, conversationId: first.conversationId, parentId: first.answerId });
  await here.ask(next);
  // The first turn's own news may still be on its way; it changes nothing.
  await there.until(
    (frame) => !Array.isArray(frame) && frame.type === "message.put" && frame.message.id === next.messageId,
  );
  const late = await elsewhere.connect(actor);
  await untilShown(there, next.generationId, 5);
  await late.ask({ type: "conversation.subscribe", conversationId: first.conversationId, cursors: {} });
  const end = await here.next("generation.end");
  for (const socket of [there, late]) {
    const ending = await socket.until(
      (frame) => !Array.isArray(frame) && frame.type === "generation.end" && frame.generationId === next.generationId,
    );
    expect(ending).toEqual(end);
    expect(end.message.parts?.[0]).toMatchObject({
      text: expect.stringContaining(viewOf(socket.frames, next.generationId).text),
    });
  }
  await elsewhere.stop();
});

test("a token of an answer costs at most 40 bytes of socket", async () => {
  const socket = await gateway.connect(await gateway.createActor());
  await socket.ask(newTurn({ modelId: gateway.modelId("sim-slow-40@30") }));
  await socket.next("generation.end");
  const hot = socket.frames.filter((frame) => Array.isArray(frame));
  const headBytes = 2 * hot.length;
  expect((socket.bytes.hot + headBytes) / 40).toBeLessThan(40);
});
