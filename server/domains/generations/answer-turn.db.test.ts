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

function newMessage() {
  return {
    conversationId: createId(),
    messageId: createId(),
    parentId: null,
    parts: [{ type: "text" as const, text: "Hello" }],
    modelId,
    answerId: createId(),
    generationId: createId(),
  };
}

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
  const input = newMessage();
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

test.each(["conversationId", "messageId", "answerId"])(
  "another %s under a generation that there is already is refused, later and at the same time, and nothing is left running",
  async (name) => {
    const ctx = container.acrossUsers;
    const actor = { userId: createId() };
    const message = newMessage();
    const both = [message, { ...message, [name]: createId() }];
    const settled = await Promise.allSettled(both.map((each) => answerMessage(ctx, actor, each)));
    const refused = settled.filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "conflict" } }]);
    const again = await Promise.allSettled(both.map((each) => answerMessage(ctx, actor, each)));
    expect(again.map(({ status }) => status)).toEqual(settled.map(({ status }) => status));
    await ctx.liveGenerations.whenIdle();
    expect(await ctx.generations.find(actor.userId, message.generationId)).toMatchObject({ status: "ended" });
    for (const { conversationId, answerId } of both) {
      const [left] = await ctx.messages.listNodes(actor.userId, conversationId, [answerId]);
      expect(left?.status).not.toBe("running");
    }
  },
);
