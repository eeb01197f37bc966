import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test("a migrated database answers both doors", async () => {
  expect(await db.database.prisma.user.count()).toBe(0);
  expect((await db.database.pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});
