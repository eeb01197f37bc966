import { readFile } from "node:fs/promises";
import { migrate } from "#server/adapters/postgres/migrate.ts";
import { databaseUrl } from "./database-url.ts";
import { runSql } from "./run-sql.ts";

/**
 * Makes an empty database of this name on every server, joins them, migrates, and spreads a
 * person's data by `prisma/citus.sql`. Nobody can connect to it afterwards: it is there to be copied.
 */
export async function makeCitusTemplate(serverUrls: readonly string[], name: string): Promise<void> {
  const [coordinator, ...workers] = serverUrls.map((url) => databaseUrl(url, name));
  if (!coordinator) throw new Error("a cluster has a coordinator");
  await dropCitusDatabase(serverUrls, name);
  await Promise.all(serverUrls.map((url) => runSql(url, `create database ${name}`)));
  await Promise.all([coordinator, ...workers].map((url) => runSql(url, "create extension citus")));
  const add = workers.map((url) => `select citus_add_node(${place(url)})`);
  await runSql(coordinator, `select citus_set_coordinator_host(${place(coordinator)})`, ...add);
  await migrate(coordinator, "prisma/migrations");
  await runSql(coordinator, await readFile("prisma/citus.sql", "utf8"));
  await Promise.all(serverUrls.map((url) => closeDatabase(url, name)));
}

/** Copies the template on every server; the copies know each other as their originals did. */
export async function copyCitusDatabase(serverUrls: readonly string[], template: string, name: string): Promise<void> {
  const copy = `create database ${name} template ${template} strategy file_copy`;
  await Promise.all(serverUrls.map((url) => runSql(url, copy)));
}

/** Drops a database from every server, whoever is still connected. No error where there is none. */
export async function dropCitusDatabase(serverUrls: readonly string[], name: string): Promise<void> {
  await Promise.all(
    serverUrls.map(async (url) => {
      await closeDatabase(url, name);
      await runSql(url, `drop database if exists ${name} with (force)`);
    }),
  );
}

/**
 * Lets nobody into a database any more, and ends who is. Citus itself holds a connection to every
 * database that has it and takes it again as long as it may; what is in use is neither copied nor dropped.
 */
async function closeDatabase(url: string, name: string): Promise<void> {
  await runSql(
    url,
    `update pg_database set datallowconn = false where datname = '${name}'`,
    `select pg_terminate_backend(pid, 30000) from pg_stat_activity where datname = '${name}'`,
  );
}

function place(url: string): string {
  const { hostname, port } = new URL(url);
  return `'${hostname}', ${port}`;
}
