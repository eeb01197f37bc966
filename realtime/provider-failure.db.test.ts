import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { viewOf } from "#scripts/testing/gateway/view.ts";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

async function ask(modelId: string) {
  const socket = await gateway.connect(await gateway.createActor());
  const turn = newTurn({ modelId });
  const answer = await socket.ask(turn);
  const end = await socket.next("generation.end");
  return { answer, end, view: viewOf(socket.frames, turn.generationId) };
}

test.each([
  ["sim-status-401", "provider-key-invalid", /^Simulated AI rejects the key/],
  ["sim-status-403", "provider-permission-denied", /^Simulated AI does not allow this model/],
  ["sim-status-500", "provider-unavailable", /^Simulated AI has a fault of its own/],
  ["sim-rate-limited-30", "provider-rate-limited", /^Simulated AI asks for a pause. Try again in 30 seconds/],
])("%s: the message is kept, and the person reads what happened and what to do", async (model, code, sentence) => {
  const { answer, end } = await ask(gateway.modelId(model));
  expect(answer).toMatchObject({ type: "ack" });
  expect(end.message).toMatchObject({ status: "failed", parts: [], error: { code } });
  expect(end.message.error?.userMessage).toMatch(sentence);
});

test("an answer that breaks off keeps what was produced and is never passed off as whole", async () => {
  for (const model of ["sim-cut-1500", "sim-reset-1500", "sim-missing-finish"]) {
    const { end, view } = await ask(gateway.modelId(model));
    expect(end.message).toMatchObject({
      status: "interrupted",
      finishReason: null,
      error: { code: "provider-stream-broken" },
    });
    expect(end.message.error?.userMessage).toBe("The answer from Simulated AI broke off. Try again.");
    expect(view.text.length).toBeGreaterThan(10);
    expect({ parts: end.message.parts, hash: end.contentHash }).toEqual({ parts: view.parts, hash: view.hash });
  }
});

test("a model that is not there any more ends the answer with a sentence, and the message is kept", async () => {
  const { answer, end } = await ask(`${createId()}/gone`);
  expect(answer).toMatchObject({ type: "ack" });
  expect(end.message).toMatchObject({
    status: "failed",
    error: { code: "model-unavailable", userMessage: "This model is not available any more. Choose another one." },
  });
});

test("the demo model answers without any connection", async () => {
  const socket = await gateway.connect(await gateway.createActor());
  const turn = newTurn({ modelId: "demo/demo" });
  await socket.ask(turn);
  await socket.until((frame) => Array.isArray(frame));
  await socket.ask({ type: "generation.stop", generationId: turn.generationId });
  expect((await socket.next("generation.end")).message).toMatchObject({ status: "stopped", error: null });
});
