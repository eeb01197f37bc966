import { readFile } from "node:fs/promises";
import { Client } from "pg";
import { migrate } from "#server/adapters/postgres/migrate.ts";
import { databaseUrl } from "./database-url.ts";
import { runSql } from "./run-sql.ts";

/**
 * Any number: one file of tests at a time makes or drops its databases, for servers that are joined
 * to two clusters at once fail now and then.
 */
const LOCK = 5_120_117;

/** Makes an empty database of this name on every server, joins them, migrates, and spreads a person's data by `prisma/citus.sql`. */
export async function makeCitusDatabase(serverUrls: readonly string[], name: string): Promise<void> {
  await locked(serverUrls, async () => {
    const [coordinator, ...workers] = serverUrls.map((url) => databaseUrl(url, name));
    if (!coordinator) throw new Error("a cluster has a coordinator");
    await Promise.all(serverUrls.map((url) => runSql(url, `create database ${name}`)));
    await Promise.all([coordinator, ...workers].map((url) => runSql(url, "create extension citus")));
    const add = workers.map((url) => `select citus_add_node(${place(url)})`);
    await runSql(coordinator, `select citus_set_coordinator_host(${place(coordinator)})`, ...add);
    await migrate(coordinator, "prisma/migrations");
    await runSql(coordinator, await readFile("prisma/citus.sql", "utf8"));
  });
}

/** Drops what `makeCitusDatabase` made, whoever is still connected. */
export async function dropCitusDatabase(serverUrls: readonly string[], name: string): Promise<void> {
  await locked(serverUrls, async () => {
    for (const url of serverUrls) await runSql(url, `drop database ${name} with (force)`);
  });
}

async function locked(serverUrls: readonly string[], work: () => Promise<void>): Promise<void> {
  const lock = new Client({ connectionString: serverUrls[0] });
  await lock.connect();
  try {
    await lock.query("select pg_advisory_lock($1)", [LOCK]);
    await work();
  } finally {
    await lock.end();
  }
}

function place(url: string): string {
  const { hostname, port } = new URL(url);
  return `'${hostname}', ${port}`;
}
