import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestProxy, type TestProxy } from "#scripts/testing/start-test-proxy.ts";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import { createDatabase, type Database } from "#server/adapters/postgres/database.ts";
import type { GenerationRecord, Outcome } from "./generation.ts";
import { createGenerationRepository } from "./repository.ts";

let testDatabase: TestDatabase;
let proxy: TestProxy;
let database: Database;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  proxy = await startTestProxy(testDatabase.acrossUsersUrl);
  database = createDatabase(proxy.url, 5);
});
afterAll(async () => {
  await database.close();
  await proxy.close();
  await testDatabase.drop();
});

test("an end whose acknowledgement was lost is stored, and the writer hears so", async () => {
  const [generations, record] = [createGenerationRepository(database), await insertRunning()];
  await generations.find(record.userId, record.id);
  proxy.loseNextCommit();
  expect(await generations.end(record, outcomeAt(new Date()))).toBe(true);
  expect(await generations.end(record, outcomeAt(new Date(0)))).toBe(false);
  expect(await generations.find(record.userId, record.id)).toMatchObject({ status: "ended" });
});

test("an end that is repeated takes nothing from an answer that another generation goes on with by then", async () => {
  const [generations, record] = [createGenerationRepository(database), await insertRunning()];
  const outcome: Outcome = { ...outcomeAt(new Date()), status: "stopped", parts: [{ type: "text", text: "Hel" }] };
  expect(await generations.end(record, outcome)).toBe(true);
  const next = { ...record, id: createId() };
  expect(await generations.beginAgain(next, record.id)).toBe(true);
  expect(await generations.end(record, outcome)).toBe(true);
  const whole: Outcome = { ...outcomeAt(new Date()), parts: [{ type: "text", text: "Hello" }] };
  expect(await generations.end(next, whole)).toBe(true);
  expect(await findAnswer(record)).toEqual({ status: "ended", generationId: next.id, parts: whole.parts });
});

test("a generation whose name is taken begins nothing, and leaves the answer as it is", async () => {
  const [generations, record, other] = [
    createGenerationRepository(database),
    await insertRunning(),
    await insertRunning(),
  ];
  await generations.end(record, outcomeAt(new Date()));
  const taken = { ...record, id: createId() };
  await insertGeneration({ ...other, userId: record.userId, id: taken.id });
  expect(await generations.beginAgain(taken, record.id)).toBe(false);
  expect(await findAnswer(record)).toMatchObject({ status: "ended", generationId: record.id });
});

test("nothing is gone on with in a conversation that was deleted", async () => {
  const [generations, record] = [createGenerationRepository(database), await insertRunning()];
  await generations.end(record, outcomeAt(new Date()));
  await testDatabase.acrossUsers.pool.query("update conversations set deleted_at = now() where user_id = $1", [
    record.userId,
  ]);
  expect(await generations.beginAgain({ ...record, id: createId() }, record.id)).toBe(false);
  expect(await findAnswer(record)).toMatchObject({ status: "ended", generationId: record.id });
});

test("a conversation that is deleted while somebody goes on with an answer in it is left as it is", async () => {
  const [generations, record] = [createGenerationRepository(database), await insertRunning()];
  await generations.end(record, outcomeAt(new Date()));
  const { pool } = testDatabase.acrossUsers;
  const client = await pool.connect();
  await client.query("begin");
  await client.query("update conversations set deleted_at = now() where user_id = $1 and id = $2", [
    record.userId,
    record.conversationId,
  ]);
  const goingOn = generations.beginAgain({ ...record, id: createId() }, record.id);
  const waiting =
    "select 1 from pg_stat_activity where state = 'active' and query like '%resumed as%' and pid <> pg_backend_pid()";
  await expect.poll(async () => (await pool.query(waiting)).rows.length).toBeGreaterThan(0);
  await client.query("commit");
  client.release();
  expect(await goingOn).toBe(false);
  expect(await findAnswer(record)).toMatchObject({ status: "ended", generationId: record.id });
});

async function insertRunning(): Promise<GenerationRecord> {
  const names = { userId: createId(), id: createId(), conversationId: createId() };
  const record = { ...names, answerId: createId(), parentId: createId(), modelId: "demo/demo", epoch: 1 };
  const { pool } = testDatabase.acrossUsers;
  await pool.query(
    `insert into conversations (user_id, id, title, title_source, created_at, updated_at) values ($1, $2, '', 'person', now(), now())`,
    [record.userId, record.conversationId],
  );
  await pool.query(
    `insert into messages (user_id, conversation_id, id, parent_id, role, parts, status, generation_id, created_at)
     values ($1, $2, $3, $4, 'assistant', '[]', 'running', $5, now())`,
    [record.userId, record.conversationId, record.answerId, record.parentId, record.id],
  );
  await insertGeneration(record);
  return { ...record, createdAt: new Date() };
}

async function insertGeneration(record: Omit<GenerationRecord, "createdAt">): Promise<void> {
  await testDatabase.acrossUsers.pool.query(
    `insert into generations (user_id, id, conversation_id, answer_id, parent_id, model_id, status, heartbeat_at, created_at)
     values ($1, $2, $3, $4, $5, $6, 'running', now(), now())`,
    [record.userId, record.id, record.conversationId, record.answerId, record.parentId, record.modelId],
  );
}

async function findAnswer({ userId, answerId }: GenerationRecord): Promise<unknown> {
  const text = `select status, generation_id as "generationId", parts from messages where user_id = $1 and id = $2`;
  return (await testDatabase.acrossUsers.pool.query(text, [userId, answerId])).rows[0];
}

function outcomeAt(endedAt: Date): Outcome {
  const unknown = { usage: null, finishReason: null, error: null, firstPartAt: null };
  return { ...unknown, status: "ended", parts: [], seq: 0, segments: [], endedAt };
}
