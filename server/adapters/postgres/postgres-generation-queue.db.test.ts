import { v7 as createId } from "uuid";
import { expect, test } from "vitest";
import { describeGenerationQueue } from "#server/ports/generation-queue.contract.ts";
import { createTestDatabase } from "#scripts/testing/test-database.ts";
import { createPostgresGenerationQueue } from "./postgres-generation-queue.ts";

describeGenerationQueue("PostgreSQL", async () => {
  const { database, acrossUsers, drop } = await createTestDatabase();
  return {
    queue: createPostgresGenerationQueue(database),
    otherQueue: createPostgresGenerationQueue(acrossUsers),
    passLease: async () => {
      await database.pool.query(
        "update queued_generations set leased_until = leased_until - interval '5001 ms' where leased_until is not null",
      );
    },
    stop: drop,
  };
});

test("many offers of one moment cost one statement", async () => {
  const { database, drop } = await createTestDatabase();
  const statements: string[] = [];
  const { writePool } = database;
  writePool.on("acquire", () => statements.push("transaction"));
  const queue = createPostgresGenerationQueue(database);
  await Promise.all(Array.from({ length: 100 }, () => queue.offer({ userId: createId(), generationId: createId() })));
  expect(statements).toHaveLength(1);
  await drop();
});
