import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { v7 as createId } from "uuid";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { viewOf } from "#scripts/testing/gateway/view.ts";
import type { Actor } from "#server/context.ts";
import { createCaller } from "#server/transport/trpc/procedures.ts";
import { rootRouter } from "#server/transport/trpc/root-router.ts";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

function call(actor: Actor) {
  return createCaller(rootRouter)({ server: gateway.context, actor, ipAddress: "192.0.2.1" });
}

test("a message that was sent without a socket is answered, and who watches the conversation sees it come", async () => {
  const actor = await gateway.createActor();
  const socket = await gateway.connect(actor);
  const first = newTurn({ modelId: gateway.modelId("sim-short") });
  await socket.ask(first);
  await socket.next("generation.end");
  const { type: _type, ...next } = newTurn({
    modelId: gateway.modelId("sim-slow-30@5"),
    conversationId: first.conversationId,
    parentId: first.answerId,
  });
  await call(actor).generations.send(next);
  await call(actor).generations.send(next);
  const end = await socket.next("generation.end");
  expect(end).toMatchObject({
    generationId: next.generationId,
    message: { status: "ended", parentId: next.messageId },
  });
  const view = viewOf(socket.frames, next.generationId);
  expect(view.hash).toBe(end.contentHash);
  expect(view.text.match(/word\d+/g)).toHaveLength(30);
  const puts = socket.frames.filter((frame) => !Array.isArray(frame) && frame.type === "message.put");
  expect(puts.map((put) => "message" in put && put.message.id)).toContain(next.messageId);
});

test("who watches sees it come also where this process took it before it heard of it", async () => {
  const actor = await gateway.createActor();
  const socket = await gateway.connect(actor);
  const first = newTurn({ modelId: gateway.modelId("sim-short") });
  await socket.ask(first);
  await socket.next("generation.end");
  const { generationQueue, liveGenerations } = gateway.context;
  const { type: _type, ...next } = newTurn({
    modelId: gateway.modelId("sim-slow-30@20"),
    conversationId: first.conversationId,
    parentId: first.answerId,
  });
  const offer: typeof generationQueue.offer = async (key) => {
    await generationQueue.offer(key);
    await vi.waitUntil(() => liveGenerations.find(key.userId, key.generationId));
  };
  const server = { ...gateway.context, generationQueue: { ...generationQueue, offer } };
  await createCaller(rootRouter)({ server, actor, ipAddress: "192.0.2.1" }).generations.send(next);
  const end = await socket.next("generation.end");
  const view = viewOf(socket.frames, next.generationId);
  expect({ hash: view.hash, status: end.message.status }).toEqual({ hash: end.contentHash, status: "ended" });
  const puts = socket.frames.flatMap((frame) =>
    !Array.isArray(frame) && frame.type === "message.put" ? [frame.message.id] : [],
  );
  expect(puts).toContain(next.messageId);
});

test("another answer can be asked for without a socket, and stopped while it waits or runs", async () => {
  const actor = await gateway.createActor();
  const socket = await gateway.connect(actor);
  const turn = newTurn({ modelId: gateway.modelId("sim-short") });
  await socket.ask(turn);
  await socket.next("generation.end");
  const again = {
    conversationId: turn.conversationId,
    parentId: turn.messageId,
    modelId: gateway.modelId("sim-slow-500@20"),
    answerId: createId(),
    generationId: createId(),
  };
  await call(actor).generations.regenerate(again);
  await call(actor).generations.stop({ generationId: again.generationId });
  expect(await socket.next("generation.end")).toMatchObject({
    generationId: again.generationId,
    message: { status: "stopped", siblingIds: [turn.answerId, again.answerId] },
  });
});

test("what is refused over a socket is refused here, and nothing is written", async () => {
  const [actor, stranger] = [await gateway.createActor(), await gateway.createActor()];
  const socket = await gateway.connect(actor);
  const turn = newTurn({ modelId: gateway.modelId("sim-short") });
  await socket.ask(turn);
  await socket.next("generation.end");
  const { type: _type, ...next } = newTurn({
    modelId: turn.modelId,
    conversationId: turn.conversationId,
    parentId: turn.answerId,
  });
  await expect(call(stranger).generations.send(next)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await gateway.context.generations.find(stranger.userId, next.generationId)).toBeNull();
});
