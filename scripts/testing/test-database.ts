import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import { createDatabase, type Database } from "#server/adapters/postgres/database.ts";

export type TestDatabase = { database: Database; url: string; drop: () => Promise<void> };

/** A fresh, migrated database of its own; make one in `beforeAll` of a `*.db.test.ts` file and `drop` it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = inject("testPostgresUrl");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await runOnce(adminUrl, `create database ${name} template template_polylogue strategy wal_log`);
  const url = adminUrl.replace(/\/postgres$/, `/${name}`);
  const database = createDatabase(url, 12);
  return {
    database,
    url,
    drop: async () => {
      await database.close();
      await runOnce(adminUrl, `drop database ${name} with (force)`);
    },
  };
}

async function runOnce(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
