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
  // Citus itself holds a connection to every database that has it, and what is in use cannot be copied.
  const close = `alter database ${name} allow_connections false`;
  const end = `select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '${name}'`;
  await Promise.all(serverUrls.map((url) => runSql(url, close, end)));
}

/** Copies the template on every server; the copies know each other as their originals did. */
export async function copyCitusDatabase(serverUrls: readonly string[], template: string, name: string): Promise<void> {
  const copy = `create database ${name} template ${template} strategy file_copy`;
  await Promise.all(serverUrls.map((url) => runSql(url, copy)));
}

/** Drops a database from every server, whoever is still connected. No error where there is none. */
export async function dropCitusDatabase(serverUrls: readonly string[], name: string): Promise<void> {
  for (const url of serverUrls) await runSql(url, `drop database if exists ${name} with (force)`);
}

function place(url: string): string {
  const { hostname, port } = new URL(url);
  return `'${hostname}', ${port}`;
}
