import { afterAll, beforeAll, expect, test } from "vitest";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { startTestProxy, type TestProxy } from "#scripts/testing/start-test-proxy.ts";

let gateway: TestGateway;
let proxy: TestProxy;
beforeAll(async () => {
  gateway = await startTestGateway();
  proxy = await startTestProxy(gateway.container.acrossUsersUrl);
});
afterAll(async () => {
  await gateway.close();
  await proxy.close();
});

test("a message whose commit is acknowledged to nobody is answered by the process that took it, once", async () => {
  const { createActor, modelId, simulator, startProcess, container } = gateway;
  const { connect } = await startProcess({ DATABASE_URL: proxy.url });
  const actor = await createActor();
  const socket = await connect(actor);
  const warmUp = newTurn({ modelId: modelId("sim-short") });
  await socket.ask(warmUp);
  await socket.until((frame) => !Array.isArray(frame) && frame.type === "generation.end");
  const { conversationId, answerId: parentId } = warmUp;
  const turn = newTurn({ modelId: modelId("sim-markdown@1"), conversationId, parentId, text: "Answer me once" });
  proxy.loseNextCommit();
  expect(await socket.ask(turn)).toMatchObject({ type: "ack" });
  const { generationId } = turn;
  const end = await socket.until(
    (frame) => !Array.isArray(frame) && frame.type === "generation.end" && frame.generationId === generationId,
  );
  expect(end).toMatchObject({ message: { status: "ended" } });
  expect(
    simulator.requests.filter((request) => JSON.stringify(request).includes(turn.parts[0]?.text ?? "")),
  ).toHaveLength(1);
  expect(await container.acrossUsers.generations.find(actor.userId, generationId)).toMatchObject({ epoch: 1 });
});
