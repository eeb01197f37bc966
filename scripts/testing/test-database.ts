import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { createDatabase, type Database } from "#server/adapters/postgres/database.ts";
import { databaseUrl } from "./database-url.ts";
import { copyCitusDatabase, dropCitusDatabase } from "./make-citus-database.ts";
import { runSql } from "./run-sql.ts";
import { CITUS_TEMPLATE } from "./citus-template.ts";

export type TestDatabase = {
  database: Database;
  /** The same, for the few statements that touch many people's rows at once: `database` refuses them on a cluster, but in batches. */
  acrossUsers: Database;
  url: string;
  acrossUsersUrl: string;
  drop: () => Promise<void>;
};

/**
 * A fresh, migrated database of its own; make one in `beforeAll` of a `*.db.test.ts` file and `drop`
 * it in `afterAll`. In the project "citus" it is spread over the servers of a cluster, and a
 * statement that needs more than one of them fails.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const cluster = inject("testCitusUrls");
  const server = cluster?.[0] ?? inject("testPostgresUrl");
  if (cluster) await copyCitusDatabase(cluster, CITUS_TEMPLATE, name);
  else await runSql(server, `create database ${name} template template_polylogue strategy wal_log`);
  const acrossUsersUrl = databaseUrl(server, name);
  const url = cluster ? withSetting(acrossUsersUrl, "citus.multi_task_query_log_level=error") : acrossUsersUrl;
  const own = createDatabase(url, 12);
  const acrossUsers = createDatabase(acrossUsersUrl, 8);
  const database = { ...own, writePool: acrossUsers.writePool };
  return {
    database,
    acrossUsers,
    url,
    acrossUsersUrl,
    drop: async () => {
      await Promise.all([own.close(), acrossUsers.close()]);
      if (cluster) await dropCitusDatabase(cluster, name);
      else await runSql(server, `drop database ${name} with (force)`);
    },
  };
}

function withSetting(url: string, setting: string): string {
  const changed = new URL(url);
  changed.searchParams.set("options", `-c ${setting}`);
  return changed.href;
}
