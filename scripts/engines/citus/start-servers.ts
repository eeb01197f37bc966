import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningEngine } from "#scripts/engines/engine.ts";
import { startEmbeddedCluster, type EmbeddedCluster } from "#scripts/postgres/embedded-cluster.ts";
import { freePort } from "#scripts/testing/free-port.ts";

/** A coordinator and two workers. */
const SERVERS = 3;

const FLAGS = [
  "shared_preload_libraries=citus",
  "wal_level=logical",
  "citus.node_conninfo=sslmode=disable",
  "fsync=off",
  "max_connections=300",
  "shared_buffers=64MB",
  // Tests hold few rows: few pieces prove the same, and are made sooner.
  "citus.shard_count=4",
].flatMap((setting) => ["-c", setting]);

/** Starts three servers on 127.0.0.1 from PostgreSQL binaries that have Citus, with new data that goes when they stop. */
export async function startServers(binaries: string, origin: string): Promise<RunningEngine> {
  const folder = await mkdtemp(join(tmpdir(), "polylogue-test-citus-"));
  // A server started by root runs as another user, who must be able to enter.
  await chmod(folder, 0o711);
  const servers: EmbeddedCluster[] = [];
  const stop = async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop("immediate")));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (let index = 0; index < SERVERS; index += 1) {
      const options = { folder: join(folder, String(index)), port: await freePort(), flags: FLAGS, binaries };
      servers.push(await startEmbeddedCluster(options));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: servers.map((server) => server.url("postgres")).join(","), origin, stop };
}
