import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import type { ServerContext } from "#server/context.ts";

/** Batches hold the rows of whoever writes at this moment: people on all servers. */
const PEOPLE = 40;

let container: TestContainer;
let ctx: ServerContext;
const turns = Array.from({ length: PEOPLE }, () => ({
  userId: uuidv7(),
  conversationId: uuidv7(),
  questionId: uuidv7(),
  answerId: uuidv7(),
  generationId: uuidv7(),
}));

beforeAll(async () => {
  container = await createTestContainer();
  ctx = container.acrossUsers;
});
afterAll(() => container.close());

test("the turns of many people at once are written, and each is there for its person", async () => {
  const saved = await Promise.all(
    turns.map(({ userId, conversationId, questionId, answerId, generationId }) =>
      ctx.messages.saveTurn(userId, {
        conversationId,
        title: "A title",
        modelId: "demo/demo",
        userMessage: { id: questionId, parentId: null, parts: [{ type: "text", text: "Hello" }] },
        answer: { id: answerId, parentId: questionId },
        generationId,
        at: new Date(),
      }),
    ),
  );
  expect(saved).toEqual(turns.map(() => true));
  for (const { userId, conversationId, answerId } of turns) {
    expect(await ctx.conversations.find(userId, conversationId)).toMatchObject({
      currentLeafId: answerId,
      isRunning: true,
    });
    const branch = await ctx.messages.listBranch(userId, { conversationId, before: null, limit: 10 });
    expect(branch.map(({ id }) => id)).toContain(answerId);
  }
});

test("the answers of many people at once are logged, beaten for and ended", async () => {
  const key = ({ userId, generationId }: (typeof turns)[number]) => ({ userId, generationId });
  const part = { seq: 1, part: { type: "text-delta", text: "Hi" } } as const;
  await Promise.all(turns.map((turn) => ctx.generationLog.append(key(turn), 1, [part])));
  const claims = turns.map(({ userId, generationId }) => ({ userId, id: generationId, epoch: 1 }));
  expect(await ctx.generations.beat(claims)).toHaveLength(PEOPLE);
  const running = await Promise.all(turns.map((turn) => ctx.generations.listRunning(turn.userId, turn.conversationId)));
  const ended = await Promise.all(
    running.flat().map((record) =>
      ctx.generations.end(record, {
        status: "ended",
        parts: [{ type: "text", text: "Hi" }],
        usage: null,
        finishReason: "stop",
        error: null,
        seq: 1,
        firstPartAt: null,
        endedAt: new Date(),
        segments: [],
      }),
    ),
  );
  expect(ended).toEqual(turns.map(() => true));
  for (const turn of turns) {
    expect((await ctx.generationLog.read(key(turn), { epoch: 1, seq: 0 })).parts).toEqual([part]);
    expect(await ctx.generations.find(turn.userId, turn.generationId)).toMatchObject({ status: "ended", seq: 1 });
    expect(await ctx.conversations.find(turn.userId, turn.conversationId)).toMatchObject({ isRunning: false });
  }
});
