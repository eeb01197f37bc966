import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestProxy, type TestProxy } from "#scripts/testing/start-test-proxy.ts";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import { createDatabase, type Database } from "./database.ts";
import { createWriteBatcher } from "./write-batcher.ts";

let testDatabase: TestDatabase;
let proxy: TestProxy;
let database: Database;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  proxy = await startTestProxy(testDatabase.acrossUsersUrl);
  database = createDatabase(proxy.url, 6, { connectMs: 300, answerMs: 200, writeMs: 100 });
});
afterAll(async () => {
  await database.close();
  await proxy.close();
  await testDatabase.drop();
});

/** One question at each of the doors. */
function askAll(): Promise<PromiseSettledResult<unknown>[]> {
  const write = createWriteBatcher<number, boolean>(database.writePool, {
    toStatements: () => [{ text: "select 1" }],
    toOutcomes: (rows) => rows.map(() => true),
  });
  return Promise.allSettled([database.pool.query("select 1"), database.prisma.user.findFirst(), write(1)]);
}

const statusOf = (settled: PromiseSettledResult<unknown>[]) => settled.map(({ status }) => status);

test("nobody waits for ever for a server that stopped, on connections old and new, and all goes on when it does", async () => {
  expect(statusOf(await askAll())).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
  proxy.freeze();
  // The first meet connections that stand, the second must make new ones.
  expect(statusOf(await askAll())).toEqual(["rejected", "rejected", "rejected"]);
  expect(statusOf(await askAll())).toEqual(["rejected", "rejected", "rejected"]);
  proxy.thaw();
  expect(statusOf(await askAll())).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
});

test("what waits for a free connection waits no longer than that either", async () => {
  proxy.freeze();
  const many = Array.from({ length: 20 }, () => database.pool.query("select 1"));
  const settled = await Promise.allSettled(many);
  proxy.thaw();
  expect(new Set(statusOf(settled))).toEqual(new Set(["rejected"]));
  expect((await database.pool.query("select 1")).rowCount).toBe(1);
});
