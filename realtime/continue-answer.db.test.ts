import { afterAll, beforeAll, expect, test } from "vitest";
import { v7 as createId } from "uuid";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import type { TestSocket } from "#scripts/testing/gateway/test-socket.ts";
import { viewOf } from "#scripts/testing/gateway/view.ts";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

/** A turn whose answer was stopped after some words. */
async function stoppedTurn(socket: TestSocket) {
  const turn = newTurn({ modelId: gateway.modelId("sim-slow-60@5") });
  await socket.ask(turn);
  await socket.until(() => viewOf(socket.frames, turn.generationId).seq > 3);
  await socket.ask({ type: "generation.stop", generationId: turn.generationId });
  await socket.next("generation.end");
  return turn;
}

function toContinue(turn: { conversationId: string; answerId: string; modelId: string }) {
  const { conversationId, answerId, modelId } = turn;
  return { type: "answer.continue" as const, conversationId, answerId, modelId, generationId: createId() };
}

test("an answer that was stopped goes on in the same message, and ends whole in every view", async () => {
  const actor = await gateway.createActor();
  const [socket, other] = [await gateway.connect(actor), await gateway.connect(actor)];
  const turn = await stoppedTurn(socket);
  await other.ask({ type: "conversation.subscribe", conversationId: turn.conversationId, cursors: {} });
  const frame = toContinue(turn);
  expect(await socket.ask(frame)).toMatchObject({ type: "ack" });
  const [end, seen] = [await socket.next("generation.end"), await other.next("generation.end")];
  expect(end).toMatchObject({ generationId: frame.generationId, message: { id: turn.answerId, status: "ended" } });
  const view = viewOf(socket.frames, frame.generationId);
  expect(view.text.match(/word\d+/g)).toEqual(Array.from({ length: 60 }, (_none, index) => `word${index + 1}`));
  expect([view.hash, viewOf(other.frames, frame.generationId).hash]).toEqual([end.contentHash, seen.contentHash]);
});

test("where nobody goes on with it, every view here and elsewhere shows again what was taken back for that", async () => {
  const actor = await gateway.createActor();
  const elsewhere = await gateway.startProcess();
  const [socket, other] = [await gateway.connect(actor), await elsewhere.connect(actor)];
  const turn = newTurn({ modelId: gateway.modelId("sim-reasoning@200") });
  await socket.ask(turn);
  await socket.until((frame) => !Array.isArray(frame) && frame.type === "generation.part");
  await socket.ask({ type: "generation.stop", generationId: turn.generationId });
  const { message: stopped } = await socket.next("generation.end");
  await other.ask({ type: "conversation.subscribe", conversationId: turn.conversationId, cursors: {} });
  const frame = toContinue({ ...turn, modelId: gateway.modelId("sim-no-such-model") });
  expect(await socket.ask(frame)).toMatchObject({ type: "ack" });
  for (const view of [socket, other]) {
    const end = await view.next("generation.end");
    expect(end.message).toMatchObject({ status: "failed", parts: [{ type: "reasoning" }] });
    const put = view.frames.findLast((heard) => !Array.isArray(heard) && heard.type === "message.put");
    expect(put).toMatchObject({ message: { status: "failed", parts: stopped.parts } });
  }
  await elsewhere.stop();
});

test("asking again changes nothing and is acknowledged again", async () => {
  const socket = await gateway.connect(await gateway.createActor());
  const frame = toContinue(await stoppedTurn(socket));
  const answers = await Promise.all([socket.ask(frame), socket.ask(frame)]);
  expect(answers.map(({ type }) => type)).toEqual(["ack", "ack"]);
  await socket.next("generation.end");
  expect(await socket.ask(frame)).toMatchObject({ type: "ack" });
});

test("an answer that is whole, still runs, or is somebody else's is refused", async () => {
  const [actor, stranger] = [await gateway.createActor(), await gateway.createActor()];
  const [socket, foreign] = [await gateway.connect(actor), await gateway.connect(stranger)];
  const whole = newTurn({ modelId: gateway.modelId("sim-short") });
  await socket.ask(whole);
  await socket.next("generation.end");
  expect(await socket.ask(toContinue(whole))).toMatchObject({ type: "reject", code: "conflict" });
  const stopped = await stoppedTurn(socket);
  expect(await foreign.ask(toContinue(stopped))).toMatchObject({ type: "reject", code: "not-found" });
  const running = newTurn({ modelId: gateway.modelId("sim-slow-200@20") });
  await socket.ask(running);
  expect(await socket.ask(toContinue(running))).toMatchObject({ type: "reject", code: "busy" });
  await socket.ask({ type: "generation.stop", generationId: running.generationId });
});

test("a model that cannot go on leaves the answer as it was, with the reason", async () => {
  const socket = await gateway.connect(await gateway.createActor());
  const turn = await stoppedTurn(socket);
  const before = viewOf(socket.frames, turn.generationId);
  const frame = { ...toContinue(turn), modelId: gateway.modelId("sim-no-continue") };
  await socket.ask(frame);
  const end = await socket.next("generation.end");
  expect(end.message).toMatchObject({ status: "interrupted", parts: before.parts, error: { isRetryable: false } });
});
