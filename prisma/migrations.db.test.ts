import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCatalogue } from "#scripts/testing/read-catalogue.ts";
import { renderPrismaSchema } from "#scripts/testing/render-prisma-schema.ts";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";

let migrated: TestDatabase;
let modelled: TestDatabase;
beforeAll(async () => {
  [migrated, modelled] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await modelled.database.pool.query("drop schema public cascade; create schema public");
  await modelled.database.pool.query(await renderPrismaSchema(migrated.url));
});
afterAll(() => Promise.all([migrated.drop(), modelled.drop()]));

test("a migrated database answers both doors", async () => {
  expect(await migrated.database.prisma.user.count()).toBe(0);
  expect((await migrated.database.pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

test("the migrations make exactly what schema.prisma says", async () => {
  const catalogue = await readCatalogue(migrated.database.pool);
  expect(catalogue.columns.length).toBeGreaterThan(50);
  expect(catalogue).toEqual(await readCatalogue(modelled.database.pool));
});

test.each([
  ["a table", "create table extra (id uuid primary key)"],
  ["a missing table", "drop table settings"],
  ["a column", "alter table messages add column extra text"],
  ["a missing column", "alter table messages drop column usage"],
  ["a type", "alter table generations alter column seq type bigint"],
  ["a precision", "alter table users alter column created_at type timestamptz(6)"],
  ["a column that may be null", "alter table conversations alter column title drop not null"],
  ["a column that may not be null", "alter table conversations alter column model_id set not null"],
  ["a default", "alter table settings alter column theme set default 'dark'"],
  ["a missing default", "alter table settings alter column theme drop default"],
  ["a key", "alter table messages drop constraint messages_pkey, add primary key (user_id, id)"],
  ["a missing index", "drop index generations_under_way_idx"],
  [
    "an index of another order",
    "drop index users_email_key; create unique index users_email_key on users (email desc)",
  ],
  [
    "an index of other rows",
    "drop index generations_under_way_idx; create index generations_under_way_idx on generations (heartbeat_at)",
  ],
  ["a constraint", "alter table users add check (email <> '')"],
  ["a foreign key", "alter table identities add foreign key (user_id) references users (id)"],
])("a difference in %s would be seen", async (_what, change) => {
  const client = new Client({ connectionString: migrated.url });
  await client.connect();
  try {
    await client.query("begin");
    await client.query(change);
    expect(await readCatalogue(client)).not.toEqual(await readCatalogue(modelled.database.pool));
  } finally {
    await client.end();
  }
});
