import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import { toColumns } from "./to-columns.ts";
import { type BatchedWrite, createWriteBatcher } from "./write-batcher.ts";

let testDatabase: TestDatabase;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  await testDatabase.acrossUsers.pool.query("create table notes (id integer primary key, body jsonb not null)");
});
afterAll(() => testDatabase.drop());
beforeEach(async () => {
  await testDatabase.acrossUsers.pool.query("truncate notes");
});

type Note = { id: number; body: string };

/** Writes notes, and counts its transactions. */
function noteWrite(): BatchedWrite<Note, boolean> & { transactions: number } {
  const write: BatchedWrite<Note, boolean> & { transactions: number } = {
    transactions: 0,
    toStatements: (rows) => {
      write.transactions++;
      const text = `insert into notes select * from unnest($1::integer[], $2::jsonb[]) on conflict do nothing returning id`;
      return [{ name: "notes", text, values: toColumns(rows, ({ id, body }) => [id, body]) }];
    },
    toOutcomes: (rows, [inserted]) => {
      const ids = new Set(inserted?.rows.map((row: Note) => row.id));
      return rows.map(({ id }) => ids.delete(id));
    },
  };
  return write;
}

async function storedIds(): Promise<number[]> {
  const { rows } = await testDatabase.acrossUsers.pool.query<Note>("select id from notes order by id");
  return rows.map(({ id }) => id);
}

test("those who write in the same turn share one transaction, and each gets its own outcome", async () => {
  const write = noteWrite();
  const add = createWriteBatcher(testDatabase.acrossUsers.writePool, write);
  const outcomes = await Promise.all([1, 2, 2, 3].map((id) => add({ id, body: "{}" })));
  expect({ outcomes, transactions: write.transactions }).toEqual({
    outcomes: [true, true, false, true],
    transactions: 1,
  });
  expect(await storedIds()).toEqual([1, 2, 3]);
});

test("a row that the database refuses fails alone", async () => {
  const add = createWriteBatcher(testDatabase.acrossUsers.writePool, noteWrite());
  const bodies = ["{}", "{}", "not json", "{}", '"\\u0000"', "{}", "{}"];
  const settled = await Promise.allSettled(bodies.map((body, id) => add({ id, body })));
  expect(settled.map(({ status }) => status === "fulfilled")).toEqual([true, true, false, true, false, true, true]);
  expect(await storedIds()).toEqual([0, 1, 3, 5, 6]);
});

test("thousands of writers are all served", async () => {
  const write = noteWrite();
  const add = createWriteBatcher(testDatabase.acrossUsers.writePool, write);
  await Promise.all(Array.from({ length: 3_000 }, (_, id) => add({ id, body: "{}" })));
  expect(await storedIds()).toHaveLength(3_000);
  expect(write.transactions).toBeLessThan(50);
});

test("a statement that is wrong fails every row once, and the next batch is as good as new", async () => {
  const write = noteWrite();
  const right = write.toStatements;
  const add = createWriteBatcher(testDatabase.acrossUsers.writePool, write);
  write.toStatements = () => [{ text: "insert into no_such_table values (1)" }];
  const settled = await Promise.allSettled([add({ id: 1, body: "{}" }), add({ id: 2, body: "{}" })]);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  write.toStatements = right;
  expect(await add({ id: 3, body: "{}" })).toBe(true);
});

test("a connection that the server cuts is tried once more, and nobody notices", async () => {
  const write = noteWrite();
  const right = write.toStatements;
  const add = createWriteBatcher(testDatabase.acrossUsers.writePool, write);
  write.toStatements = (rows) => {
    write.toStatements = right;
    return [...right(rows), { text: "select pg_terminate_backend(pg_backend_pid())" }];
  };
  expect(await add({ id: 7, body: "{}" })).toBe(true);
  expect(await storedIds()).toEqual([7]);
});
