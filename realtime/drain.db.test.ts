import { afterAll, beforeAll, expect, test } from "vitest";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { TestSocket } from "#scripts/testing/gateway/test-socket.ts";
import { issueSocketTicket } from "#server/domains/accounts/index.ts";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

test("a process that has to go sends its sockets away, finishes what it can, and hands over what it cannot", async () => {
  const actor = await gateway.createActor();
  const leaving = await gateway.startProcess();
  const [short, long] = [await leaving.connect(actor), await leaving.connect(actor)];
  const quick = newTurn({ modelId: gateway.modelId("sim-slow-30@10") });
  const endless = newTurn({ modelId: gateway.modelId("sim-slow-100@50") });
  await Promise.all([short.ask(quick), long.ask(endless)]);
  await long.until((frame) => Array.isArray(frame));
  const ticket = await issueSocketTicket(leaving.context, actor);
  const stopped = leaving.stop();
  expect(await short.closed).toMatchObject({ code: 1012 });
  expect(await long.closed).toMatchObject({ code: 1012 });
  expect(await TestSocket.open(leaving.server.port, { ticket }).closed).toMatchObject({ status: null });
  await stopped;
  const [finished] = await find(actor.userId, quick);
  expect(finished).toMatchObject({ status: "ended", finishReason: "stop" });
  const watcher = await gateway.connect(actor);
  await watcher.ask({ type: "conversation.subscribe", conversationId: endless.conversationId, cursors: {} });
  await watcher.next("generation.end");
  const [whole] = await find(actor.userId, endless);
  const words = Array.from({ length: 100 }, (_none, index) => `word${index + 1}`);
  expect(whole?.status).toBe("ended");
  expect(JSON.stringify(whole?.parts).match(/word\d+/g)).toEqual(words);
  const segments = await gateway.context.generations.listSegments(actor.userId, endless.generationId);
  expect(segments.map(({ reason }) => reason)).toEqual(["handed-over"]);
}, 30_000);

function find(userId: string, { conversationId, answerId }: { conversationId: string; answerId: string }) {
  return gateway.context.messages.listNodes(userId, conversationId, [answerId]);
}
