import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";

/** Any number that no other program takes as its advisory lock. */
const MIGRATION_LOCK = 7_404_113;

const CREATE_TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

/**
 * Applies the migrations of `folder` that the database does not have yet, oldest first, each in its
 * own transaction, and returns their names. One process at a time: others wait for the lock and
 * then find nothing to do. Recorded as Prisma's own tool records them, so that it can be used too.
 */
export async function migrate(databaseUrl: string, folder: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query(CREATE_TABLE);
    const applied = await client.query<{ migration_name: string }>(
      "select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
    );
    const known = new Set(applied.rows.map((row) => row.migration_name));
    const entries = await readdir(folder, { withFileTypes: true });
    const missing = entries.filter((entry) => entry.isDirectory() && !known.has(entry.name)).map((entry) => entry.name);
    missing.sort();
    for (const name of missing) await apply(client, folder, name);
    return missing;
  } finally {
    await client.end();
  }
}

async function apply(client: Client, folder: string, name: string): Promise<void> {
  const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
  const checksum = createHash("sha256").update(sql).digest("hex");
  try {
    await client.query("begin");
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       values (gen_random_uuid()::text, $1, now(), $2, 1)`,
      [checksum, name],
    );
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    throw new Error(`Migration ${name} failed; the database is as it was before it.`, { cause });
  }
}
