import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { Refusal } from "#scripts/install/refusal.mjs";
import type { Progress } from "#scripts/install/progress.mjs";
import { startEmbeddedCluster, type EmbeddedCluster } from "#scripts/postgres/embedded-cluster.ts";
import { recoverStaleServer } from "#scripts/postgres/recover-stale-server.ts";
import { findFreePort } from "./find-free-port.ts";

/** The major version of the packages' PostgreSQL; its data files are readable by no other. */
const MAJOR_VERSION = "18";
const DATABASE = "polylogue";

/** A machine of one person; what a server needs is left to a DATABASE_URL of one's own. */
const FLAGS = {
  max_connections: "100",
  shared_buffers: "128MB",
  min_wal_size: "32MB",
  max_wal_size: "512MB",
  jit: "off",
  // A failing statement would name what a person wrote.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

/**
 * Below those that systems give to outgoing connections: while the server is down, everybody tries to reach it, and one
 * of them could be given its port and keep it from coming back.
 */
const FIRST_PORT = 20_000;
const PORTS = 12_000;

export type OpenDatabaseOptions = {
  dataFolder: string;
  password: string;
  progress: Progress;
  /** The only one that will do; left out, the last one where it is free. */
  port?: number;
};

/**
 * Starts the embedded PostgreSQL in the data folder, after clearing away what an earlier one left, and makes our
 * database in it. Throws Refusal when the folder belongs to another major version.
 */
export async function openEmbeddedDatabase(
  options: OpenDatabaseOptions,
): Promise<{ url: string; port: number; cluster: EmbeddedCluster }> {
  const folder = join(options.dataFolder, "postgres");
  await refuseOtherVersion(folder);
  const stale = await recoverStaleServer(folder);
  if (stale === "stopped") options.progress.line("Stopped a database server that an earlier run had left behind");
  if (stale === "lock-removed") options.progress.line("Removed the database lock of a run that did not end well");
  const port = options.port ?? (await choosePort(options.dataFolder));
  const cluster = await startEmbeddedCluster({
    folder,
    port,
    password: options.password,
    flags: Object.entries(FLAGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    onLogLine: (line) => /\b(FATAL|PANIC):/.test(line) && options.progress.warn(`database: ${line}`),
  });
  if (cluster.copiedTo) options.progress.line(`The database's programs run from ${cluster.copiedTo}, as another user`);
  await createDatabaseOnce(cluster.url("postgres"));
  return { url: cluster.url(DATABASE), port, cluster };
}

async function refuseOtherVersion(folder: string): Promise<void> {
  const version = (await readFile(join(folder, "PG_VERSION"), "utf8").catch(() => MAJOR_VERSION)).trim();
  if (version === MAJOR_VERSION) return;
  throw new Refusal(
    `The data in ${folder} was made by PostgreSQL ${version} and this is ${MAJOR_VERSION}: ` +
      `dump it with version ${version} and restore it into a new DATA_FOLDER, or set DATABASE_URL to a server that runs it.`,
  );
}

/** The same one as last time where it is free, so that an operator's tools find the database again. */
async function choosePort(dataFolder: string): Promise<number> {
  const file = join(dataFolder, "postgres.port");
  const last = Number(await readFile(file, "utf8").catch(() => "0"));
  const isPort = Number.isInteger(last) && last > 0 && last < 65_536;
  const port = await findFreePort(isPort ? last : FIRST_PORT + Math.floor(Math.random() * PORTS));
  if (port !== last) await writeFile(file, `${port}\n`);
  return port;
}

async function createDatabaseOnce(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
