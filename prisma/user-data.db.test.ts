import { readFile } from "node:fs/promises";
import type { ClientBase, Pool } from "pg";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";

/** The tables that hold no person's data, each with its reason. Every other table is a person's. */
const DIRECTORY_TABLES: Record<string, string> = {
  _prisma_migrations: "which migrations ran",
  users: "sign-in finds an account by its address, before it is known whose it is",
  identities: "sign-in finds an account by what a provider calls it",
  invitations: "a code is looked up before its guest has an account",
  sign_in_throttles: "counts guesses by what is guessed, for accounts that may not exist",
  queued_generations: "holds names alone, for seconds, and is taken by whoever is first, of all people",
  instance_connections: "belongs to the instance and is used by everybody",
  catalogue_revisions: "says what models there are, for everybody",
  deployment_health: "says how providers do, whoever asked them",
};

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

/** Tables of the schema `public`, the directory left out. */
async function findPersonalTables(connection: Pool | ClientBase): Promise<string[]> {
  const { rows } = await connection.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`,
  );
  return rows.map((row) => row.name).filter((name) => !(name in DIRECTORY_TABLES));
}

/** What would span users or servers, one sentence each. */
async function findFaults(connection: Pool | ClientBase): Promise<string[]> {
  const tables = await findPersonalTables(connection);
  const { rows } = await connection.query<{ fault: string }>(
    `select c.relname || ' has no primary key' as fault from pg_class c
       where c.relname = any($1) and c.relnamespace = 'public'::regnamespace
       and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)
     union all
     select format('%s.%s does not start with user_id', c.relname, x.relname) from pg_index i
       join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
       where c.relname = any($1) and c.relnamespace = 'public'::regnamespace and (i.indisunique or i.indisprimary)
       and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'user_id')
     union all
     select format('%s.%s is an exclusion constraint', c.relname, k.conname) from pg_constraint k
       join pg_class c on c.oid = k.conrelid where k.contype = 'x' and c.relname = any($1)
     union all
     select format('%s.%s refers from or to a table without user_id in front', c.relname, k.conname) from pg_constraint k
       join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
       where k.contype = 'f' and (c.relname = any($1) or r.relname = any($1))
       and not (c.relname = any($1) and r.relname = any($1)
         and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum = k.conkey[1] and a.attname = 'user_id')
         and exists (select 1 from pg_attribute a where a.attrelid = r.oid and a.attnum = k.confkey[1] and a.attname = 'user_id'))
     union all
     select format('%s.%s has a trigger', c.relname, t.tgname) from pg_trigger t
       join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and c.relname = any($1)
     union all
     select format('%s.user_id is not a uuid that is always there', c.relname) from pg_class c
       where c.relname = any($1) and c.relnamespace = 'public'::regnamespace and not exists (select 1 from pg_attribute a
         where a.attrelid = c.oid and a.attname = 'user_id' and a.attnotnull and a.atttypid = 'uuid'::regtype)`,
    [tables],
  );
  return rows.map((row) => row.fault);
}

test("every table of a person's data has user_id first in its key, and no constraint across users", async () => {
  expect(await findPersonalTables(db.database.pool)).toContain("messages");
  expect(await findFaults(db.database.pool)).toEqual([]);
});

test("every table of the directory is there, so that none is excused that is gone", async () => {
  const { rows } = await db.database.pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining(Object.keys(DIRECTORY_TABLES)));
});

test("citus.sql spreads every table of a person's data, and no other", async () => {
  const sql = await readFile("prisma/citus.sql", "utf8");
  const spread = [...sql.matchAll(/create_distributed_table\('(\w+)', 'user_id'/g)].map((match) => match[1] ?? "");
  expect(spread.toSorted()).toEqual(await findPersonalTables(db.database.pool));
});

test.each([
  ["a table without a key", "create table extra (user_id uuid not null)"],
  ["a table without user_id", "create table extra (id uuid primary key)"],
  ["a key that starts with something else", "create table extra (user_id uuid, id uuid, primary key (id, user_id))"],
  ["a unique index across users", "create unique index extra on messages (id)"],
  ["a unique index on an expression", "create unique index extra on conversations (lower(title))"],
  ["an exclusion constraint", "alter table settings add exclude using btree (theme with =)"],
  ["a reference to the directory", "alter table messages add foreign key (user_id) references users (id)"],
  [
    "a reference from the directory",
    "alter table identities add extra uuid, add foreign key (user_id, extra) references sessions (user_id, id)",
  ],
  [
    "a reference in another order",
    `create table extra (user_id uuid, id uuid, session_id uuid, primary key (user_id, id),
       foreign key (session_id, user_id) references sessions (id, user_id)); `,
  ],
  ["a user_id of another type", "create table extra (user_id text primary key)"],
])("%s would be seen", async (_what, change) => {
  const client = new Client({ connectionString: db.url });
  await client.connect();
  try {
    await client.query("begin; create unique index sessions_swapped on sessions (id, user_id)");
    expect(await findFaults(client)).toEqual(["sessions.sessions_swapped does not start with user_id"]);
    await client.query(change);
    expect((await findFaults(client)).length).toBeGreaterThan(1);
  } finally {
    await client.end();
  }
});
