import { afterAll, beforeAll, expect, test } from "vitest";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { viewOf } from "#scripts/testing/gateway/view.ts";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

test("a message is acknowledged, its answer streams in, and what was shown is what is stored", async () => {
  const actor = await gateway.createActor();
  const socket = await gateway.connect(actor);
  const turn = newTurn({ modelId: gateway.modelId("sim-markdown@1") });
  expect(await socket.ask(turn)).toMatchObject({ type: "ack" });
  const end = await socket.next("generation.end");
  const view = viewOf(socket.frames, turn.generationId);
  expect(end.message).toMatchObject({ id: turn.answerId, status: "ended", finishReason: "stop", error: null });
  expect(end.message.parts).toEqual(view.parts);
  expect({ seq: end.seq, contentHash: end.contentHash }).toEqual({ seq: view.seq, contentHash: view.hash });
});
