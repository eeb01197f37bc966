import { v7 as createId } from "uuid";
import { expect, test } from "vitest";
import { describeGenerationLog, type LogEngine } from "#server/ports/generation-log.contract.ts";
import { describeGenerationLogProperty } from "#server/ports/generation-log.property.contract.ts";
import type { LogKey } from "#server/ports/generation-log.ts";
import { createTestDatabase } from "#scripts/testing/test-database.ts";
import { createPostgresGenerationLog } from "./postgres-generation-log.ts";

async function startEngine(): Promise<LogEngine> {
  const { acrossUsers, drop } = await createTestDatabase();
  const { pool } = acrossUsers;
  const change = (key: LogKey, assignment: string) =>
    pool.query<{ epoch: number }>(
      `update generations set ${assignment} where user_id = $1 and id = $2 returning epoch`,
      [key.userId, key.generationId],
    );
  return {
    log: createPostgresGenerationLog(acrossUsers),
    otherLog: createPostgresGenerationLog(acrossUsers),
    async begin() {
      const key = { userId: createId(), generationId: createId() };
      await pool.query(
        `insert into generations (user_id, id, conversation_id, answer_id, parent_id, model_id, status, heartbeat_at, created_at)
         values ($1, $2, $3, $3, $3, 'demo/demo', 'running', now(), now())`,
        [key.userId, key.generationId, createId()],
      );
      return key;
    },
    claim: async (key) => (await change(key, "epoch = epoch + 1")).rows[0]?.epoch ?? 0,
    end: async (key) => void (await change(key, "status = 'ended'")),
    stop: drop,
  };
}

describeGenerationLog("PostgreSQL", startEngine);
describeGenerationLogProperty("PostgreSQL", startEngine);

test("what one person may write says nothing of another person's generation of the same name", async () => {
  const { acrossUsers, drop } = await createTestDatabase();
  const log = createPostgresGenerationLog(acrossUsers);
  const [ended, running, generationId] = [createId(), createId(), createId()];
  for (const [userId, status] of [
    [ended, "ended"],
    [running, "running"],
  ] as const)
    await acrossUsers.pool.query(
      `insert into generations (user_id, id, conversation_id, answer_id, parent_id, model_id, status, heartbeat_at, created_at)
       values ($1, $2, $2, $2, $2, 'demo/demo', $3, now(), now())`,
      [userId, generationId, status],
    );
  const parts = [{ seq: 1, part: { type: "text-delta" as const, text: "a" } }];
  const appends = [ended, running].map((userId) => log.append({ userId, generationId }, 1, parts));
  const outcomes = await Promise.allSettled(appends);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  await drop();
});
