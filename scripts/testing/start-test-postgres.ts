import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedCluster } from "#scripts/postgres/embedded-cluster.ts";
import { freePort } from "#scripts/testing/free-port.ts";
import { migrate } from "#server/adapters/postgres/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    testPostgresUrl: string;
  }
}

/** Starts one PostgreSQL for the whole run with a migrated template; each file clones it (see `test-database.ts`). */
export default async function startTestPostgres(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "polylogue-test-postgres-"));
  // A server started by root runs as another user, who must be able to enter.
  await chmod(folder, 0o711);
  const flags = ["-c", "fsync=off", "-c", "max_connections=300", "-c", "shared_buffers=64MB"];
  const cluster = await startEmbeddedCluster({ folder: join(folder, "data"), port: await freePort(), flags }).catch(
    async (cause: unknown) => {
      await rm(folder, { recursive: true, force: true });
      throw cause;
    },
  );
  const admin = new Client({ connectionString: cluster.url("postgres") });
  await admin.connect();
  await admin.query("create database template_polylogue");
  await admin.end();
  await migrate(cluster.url("template_polylogue"), "prisma/migrations");
  project.provide("testPostgresUrl", cluster.url("postgres"));
  return async () => {
    await cluster.stop("immediate");
    await rm(folder, { recursive: true, force: true });
  };
}
