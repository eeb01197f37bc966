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

test("a process that has to go sends its sockets away, finishes what it can, and keeps what it cannot", async () => {
  const actor = await gateway.createActor();
  const leaving = await gateway.startProcess();
  const [short, long] = [await leaving.connect(actor), await leaving.connect(actor)];
  const quick = newTurn({ modelId: gateway.modelId("sim-slow-30@10") });
  const endless = newTurn({ modelId: gateway.modelId("sim-slow-2000@50") });
  await Promise.all([short.ask(quick), long.ask(endless)]);
  await long.until((frame) => Array.isArray(frame));
  const ticket = await issueSocketTicket(leaving.context, actor);
  const stopped = leaving.stop();
  expect(await short.closed).toMatchObject({ code: 1012 });
  expect(await long.closed).toMatchObject({ code: 1012 });
  expect(await TestSocket.open(leaving.server.port, { ticket }).closed).toMatchObject({ status: null });
  await stopped;
  const { messages } = gateway.context;
  const [finished] = await messages.listNodes(actor.userId, quick.conversationId, [quick.answerId]);
  const [interrupted] = await messages.listNodes(actor.userId, endless.conversationId, [endless.answerId]);
  expect(finished).toMatchObject({ status: "ended", finishReason: "stop" });
  expect(interrupted).toMatchObject({ status: "interrupted", error: { code: "interrupted" } });
  expect(interrupted?.parts[0]).toMatchObject({ text: expect.stringMatching(/^word1 word2 /) });
});
