import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine, RunningEngine } from "#scripts/engines/engine.ts";
import { startEmbeddedCluster } from "#scripts/postgres/embedded-cluster.ts";
import { freePort } from "#scripts/testing/free-port.ts";

/** A PostgreSQL from the packages that `npm start` uses too, with nothing in it: `npm start` migrates it. */
export const postgresEngine: Engine = {
  name: "postgres",
  proves: "everything that keeps data",
  addressVariable: "DATABASE_URL",
  startInstalled: start,
  startInDocker: async () => null,
  startFromArchives: async () => null,
  installAndStart: async () => null,
};

async function start(): Promise<RunningEngine> {
  const folder = await mkdtemp(join(tmpdir(), "polylogue-engine-postgres-"));
  // A server started by root runs as another user, who must be able to enter.
  await chmod(folder, 0o711);
  const remove = () => rm(folder, { recursive: true, force: true });
  const flags = ["-c", "max_connections=300"];
  try {
    const cluster = await startEmbeddedCluster({ folder: join(folder, "data"), port: await freePort(), flags });
    const stop = async (): Promise<void> => {
      await cluster.stop("immediate");
      await remove();
    };
    return { address: cluster.url("postgres"), origin: "the packaged PostgreSQL", stop };
  } catch (error) {
    await remove();
    throw error;
  }
}
