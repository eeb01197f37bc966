import { afterAll, beforeAll, expect, test } from "vitest";
import { v7 as createId } from "uuid";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { runSql } from "#scripts/testing/run-sql.ts";
import { STALE_AFTER_MS } from "./generation.ts";
import { getGenerationEnd } from "./get-generation-end.ts";
import { reapStaleGenerations } from "./reap-stale-generations.ts";

let container: TestContainer;
beforeAll(async () => {
  container = await createTestContainer();
});
afterAll(() => container.close());

/** A turn whose answer is being written, as it is after the commit. */
async function runningTurn() {
  const ids = { userId: createId(), conversationId: createId(), messageId: createId(), answerId: createId() };
  const generationId = createId();
  await container.context.messages.saveTurn(ids.userId, {
    conversationId: ids.conversationId,
    title: "A title",
    modelId: "demo/demo",
    userMessage: { id: ids.messageId, parentId: null, parts: [{ type: "text", text: "Hello" }] },
    answer: { id: ids.answerId, parentId: ids.messageId },
    generationId,
    at: new Date(),
  });
  return { ...ids, generationId };
}

async function silence(generationId: string): Promise<void> {
  const since = `now() - interval '${STALE_AFTER_MS + 1_000} milliseconds'`;
  await runSql(container.acrossUsersUrl, `update generations set heartbeat_at = ${since} where id = '${generationId}'`);
}

test("an answer whose process died ends as interrupted, with everything that its log has", async () => {
  const { acrossUsers: context } = container;
  const { userId, generationId, conversationId } = await runningTurn();
  const key = { userId, generationId };
  await context.generationLog.append(key, 1, [
    { seq: 1, part: { type: "reasoning-delta", text: "Hm" } },
    { seq: 2, part: { type: "text-delta", text: "Hello " } },
    { seq: 3, part: { type: "text-delta", text: "there" } },
  ]);
  await silence(generationId);
  expect(await reapStaleGenerations(container.acrossUsers)).toBe(1);
  const end = await getGenerationEnd(context, userId, generationId);
  expect(end).toMatchObject({
    seq: 3,
    message: { status: "interrupted", error: { code: "interrupted", isRetryable: true } },
  });
  expect(end?.message.parts).toEqual([
    { type: "reasoning", text: "Hm" },
    { type: "text", text: "Hello there" },
  ]);
  expect(await context.conversations.find(userId, conversationId)).toMatchObject({ isRunning: false });
});

test("the former writer can write nothing more", async () => {
  const { acrossUsers: context } = container;
  const { userId, generationId } = await runningTurn();
  const record = await context.generations.find(userId, generationId);
  await silence(generationId);
  await reapStaleGenerations(container.acrossUsers);
  const late = [{ seq: 1, part: { type: "text-delta" as const, text: "late" } }];
  await expect(context.generationLog.append({ userId, generationId }, 1, late)).rejects.toMatchObject({
    code: "conflict",
  });
  const outcome = {
    status: "ended",
    parts: [{ type: "text", text: "late" }],
    usage: null,
    finishReason: "stop",
  } as const;
  const ending = { ...outcome, error: null, seq: 1, firstPartAt: null, endedAt: new Date() };
  expect(record && (await context.generations.end(record, ending))).toBe(false);
  expect((await getGenerationEnd(context, userId, generationId))?.message).toMatchObject({
    status: "interrupted",
    parts: [],
  });
});

test("an answer that still beats is left alone", async () => {
  const { acrossUsers: context } = container;
  const { userId, generationId } = await runningTurn();
  expect(await reapStaleGenerations(container.acrossUsers)).toBe(0);
  expect(await context.generations.find(userId, generationId)).toMatchObject({ status: "running", epoch: 1 });
});

test("of several reapers at once each stale answer is reaped by one", async () => {
  const turns = await Promise.all(Array.from({ length: 10 }, runningTurn));
  for (const { generationId } of turns) await silence(generationId);
  const counts = await Promise.all([1, 2, 3].map(() => reapStaleGenerations(container.acrossUsers)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10);
});

test("the log of an answer that ended long ago is removed, and no other", async () => {
  const { acrossUsers: context } = container;
  const turns = await Promise.all([runningTurn(), runningTurn()]);
  const [old, running] = turns;
  if (!old || !running) throw new Error("two turns were made");
  for (const { userId, generationId } of turns) {
    const part = { type: "text-delta" as const, text: "x" };
    await context.generationLog.append({ userId, generationId }, 1, [{ seq: 1, part }]);
  }
  await silence(old.generationId);
  await reapStaleGenerations(container.acrossUsers);
  expect(await container.acrossUsers.generations.deleteEndedLogs(60_000)).toBe(0);
  await runSql(
    container.acrossUsersUrl,
    `update generations set ended_at = now() - interval '2 minutes' where id = '${old.generationId}'`,
  );
  expect(await container.acrossUsers.generations.deleteEndedLogs(60_000)).toBe(1);
  const { userId, generationId } = running;
  expect((await context.generationLog.read({ userId, generationId }, { epoch: 0, seq: 0 })).parts).toHaveLength(1);
});
