import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedCluster } from "#scripts/postgres/embedded-cluster.ts";
import { freePort } from "#scripts/testing/free-port.ts";
import { runSql } from "#scripts/testing/run-sql.ts";
import { createDatabase, type Database } from "#server/adapters/postgres/database.ts";
import { migrate } from "#server/adapters/postgres/migrate.ts";

/** A migrated database on a server of its own, process `pid`, that makes every commit durable, as in production. */
export type BenchDatabase = { url: string; pid: number; database: Database; stop: () => Promise<void> };

/** Starts it in a temporary folder; `stop` leaves nothing behind. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "polylogue-bench-"));
  await chmod(folder, 0o711);
  const flags = ["-c", "shared_buffers=256MB", "-c", "max_wal_size=4GB"];
  const cluster = await startEmbeddedCluster({ folder: join(folder, "data"), port: await freePort(), flags });
  await runSql(cluster.url("postgres"), "create database bench");
  const url = cluster.url("bench");
  await migrate(url, "prisma/migrations");
  const database = createDatabase(url, 24);
  return {
    url,
    pid: Number.parseInt(await readFile(join(folder, "data/postmaster.pid"), "utf8"), 10),
    database,
    stop: async () => {
      await database.close();
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
