import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import { beatGently } from "./beat-repository.ts";

let testDatabase: TestDatabase;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
});
afterAll(() => testDatabase.drop());

test("a heartbeat gives way to an append that needs what it holds, and is heard after it", async () => {
  const { pool } = testDatabase.acrossUsers;
  const [one, other] = [await insertRunning(), await insertRunning()];
  const append = await pool.connect();
  try {
    await append.query("begin");
    await append.query("update generations set seq = 1 where id = $1", [other.id]);
    const beaten = beatGently(pool, [one, other]);
    await expect.poll(countWaiting, { timeout: 5_000 }).toBe(1);
    // Until here each waits for a row of the other one's, and neither would ever go on.
    await append.query("update generations set seq = 1 where id = $1", [one.id]);
    await append.query("commit");
    expect((await beaten).map(({ id }) => id).toSorted()).toEqual([one.id, other.id].toSorted());
  } finally {
    append.release();
  }
});

async function countWaiting(): Promise<number> {
  const { rows } = await testDatabase.acrossUsers.pool.query<{ count: number }>(
    `select count(*)::integer as count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock' and query like 'update generations g set heartbeat_at%'`,
  );
  return rows[0]?.count ?? 0;
}

async function insertRunning(): Promise<{ userId: string; id: string; epoch: number }> {
  const record = { userId: createId(), id: createId(), epoch: 1 };
  await testDatabase.acrossUsers.pool.query(
    `insert into generations (user_id, id, conversation_id, answer_id, parent_id, model_id, status, heartbeat_at, created_at)
     values ($1, $2, $3, $3, $3, 'demo/demo', 'running', now(), now())`,
    [record.userId, record.id, createId()],
  );
  return record;
}
