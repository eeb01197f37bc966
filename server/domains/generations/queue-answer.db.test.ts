import { afterAll, beforeAll, expect, test } from "vitest";
import { v7 as createId } from "uuid";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { queueAnswer, queueMessage } from "./queue-answer.ts";

let container: TestContainer;
beforeAll(async () => {
  container = await createTestContainer();
});
afterAll(() => container.close());

test("what is queued reads nothing for a model: whoever takes it does", async () => {
  const { context } = container;
  const read: string[] = [];
  const contextCache: typeof context.contextCache = {
    ...context.contextCache,
    read: async ({ leafId }) => {
      read.push(leafId);
      return [];
    },
  };
  const ctx = { ...context, contextCache };
  const actor = { userId: createId() };
  const ids = { conversationId: createId(), modelId: "demo/demo" };
  const message = { ...ids, messageId: createId(), answerId: createId(), generationId: createId(), parentId: null };
  await queueMessage(ctx, actor, { ...message, parts: [{ type: "text", text: "Hello" }] });
  const another = { ...ids, answerId: createId(), generationId: createId(), parentId: message.messageId };
  await queueAnswer(ctx, actor, another);
  for (const { generationId } of [message, another]) {
    expect(await context.generations.find(actor.userId, generationId)).toMatchObject({ status: "queued", epoch: 0 });
  }
  expect(read).toEqual([]);
});
