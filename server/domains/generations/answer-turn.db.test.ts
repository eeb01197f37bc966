import { afterAll, beforeAll, expect, test } from "vitest";
import { v7 as createId } from "uuid";
import { type Simulator, startSimulator } from "#inference/simulator/start-simulator.ts";
import { insertSimulatorConnection } from "#scripts/testing/insert-simulator-connection.ts";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { answerMessage } from "./answer-message.ts";

let container: TestContainer;
let simulator: Simulator;
let modelId: string;
beforeAll(async () => {
  container = await createTestContainer();
  simulator = await startSimulator();
  modelId = `${await insertSimulatorConnection(container.acrossUsers, simulator.url)}/sim-short`;
});
afterAll(async () => {
  await container.close();
  await simulator.close();
});

test("where one of two equal requests fails to commit, the one that commits answers", async () => {
  const { acrossUsers } = container;
  const failing = Promise.withResolvers<boolean>();
  const firstCommits = Promise.withResolvers<void>();
  let commits = 0;
  const saveTurn: typeof acrossUsers.messages.saveTurn = (...given) => {
    if (commits++ > 0) return acrossUsers.messages.saveTurn(...given);
    firstCommits.resolve();
    return failing.promise;
  };
  const ctx = { ...acrossUsers, messages: { ...acrossUsers.messages, saveTurn } };
  const input = {
    conversationId: createId(),
    messageId: createId(),
    parentId: null,
    parts: [{ type: "text" as const, text: "Hello" }],
    modelId,
    answerId: createId(),
    generationId: createId(),
  };
  const actor = { userId: createId() };
  const first = answerMessage(ctx, actor, input);
  await firstCommits.promise;
  expect(await answerMessage(ctx, actor, input)).toMatchObject({
    isNew: true,
    generation: { signal: { aborted: false } },
  });
  failing.reject(new Error("the connection broke"));
  await expect(first).rejects.toThrow("the connection broke");
  await ctx.liveGenerations.whenIdle();
  const generation = await ctx.generations.find(actor.userId, input.generationId);
  expect(generation).toMatchObject({ status: "ended", epoch: 1 });
});
