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

async function insertRunning(): Promise<GenerationRecord> {
  const names = { userId: createId(), id: createId(), conversationId: createId() };
  const record = { ...names, answerId: createId(), parentId: createId(), modelId: "demo/demo", epoch: 1 };
  await testDatabase.acrossUsers.pool.query(
    `insert into generations (user_id, id, conversation_id, answer_id, parent_id, model_id, status, heartbeat_at, created_at)
     values ($1, $2, $3, $4, $5, $6, 'running', now(), now())`,
    [record.userId, record.id, record.conversationId, record.answerId, record.parentId, record.modelId],
  );
  return { ...record, createdAt: new Date() };
}

function outcomeAt(endedAt: Date): Outcome {
  const unknown = { usage: null, finishReason: null, error: null, firstPartAt: null };
  return { ...unknown, status: "ended", parts: [], seq: 0, segments: [], endedAt };
}
