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
async function askAll(): Promise<string[]> {
  const write = createWriteBatcher<number, boolean>(database.writePool, {
    toStatements: () => [{ text: "select 1" }],
    toOutcomes: (rows) => rows.map(() => true),
  });
  const answers = [database.pool.query("select 1"), database.prisma.user.findFirst(), write(1)];
  return (await Promise.allSettled(answers)).map(({ status }) => status);
}

const ALL_ANSWERED = ["fulfilled", "fulfilled", "fulfilled"];
/** The limits are short for a machine that has much to do. */
const PATIENT = { timeout: 15_000 };

test("nobody waits for ever for a server that stopped, on connections old and new, and all goes on when it does", async () => {
  await expect.poll(askAll, PATIENT).toEqual(ALL_ANSWERED);
  proxy.freeze();
  // The first meet connections that stand, the second must make new ones.
  expect(await askAll()).toEqual(["rejected", "rejected", "rejected"]);
  expect(await askAll()).toEqual(["rejected", "rejected", "rejected"]);
  proxy.thaw();
  await expect.poll(askAll, PATIENT).toEqual(ALL_ANSWERED);
});

test("what waits for a free connection waits no longer than that either", async () => {
  proxy.freeze();
  const many = Array.from({ length: 20 }, () => database.pool.query("select 1"));
  const settled = await Promise.allSettled(many);
  proxy.thaw();
  expect(new Set(settled.map(({ status }) => status))).toEqual(new Set(["rejected"]));
  await expect.poll(askAll, PATIENT).toEqual(ALL_ANSWERED);
});
