import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { RunningEngine } from "#scripts/engines/engine.ts";
import { findPostgresBinaries } from "#scripts/postgres/postgres-binaries.ts";
import { findPostgresIdentity } from "#scripts/postgres/postgres-identity.ts";
import { startServers } from "./start-servers.ts";

const ARCHIVE = "pg18-extensions-linux-x64.tar.gz";

/** Puts the archive's extensions into a copy of the packaged PostgreSQL, once, and starts that. */
export async function startFromArchives(folder: string): Promise<RunningEngine | null> {
  const archive = join(folder, ARCHIVE);
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(archive)) return null;
  const identity = findPostgresIdentity();
  // Run by root, a server runs as another user, who may not enter a private clone.
  const cache = identity ? "/var/lib/polylogue/engines" : join(import.meta.dirname, "../../../.cache/engines");
  const { folder: packaged, version } = await findPostgresBinaries(identity);
  const binaries = join(cache, `citus-${version}`);
  if (!existsSync(binaries)) await install({ archive, packaged, binaries });
  return startServers(binaries, `the packaged PostgreSQL with the extensions of ${archive}`);
}

type Installation = { archive: string; packaged: string; binaries: string };

/** Made under another name and moved, so that a half-made copy is never taken for a whole one. */
async function install({ archive, packaged, binaries }: Installation): Promise<void> {
  const unfinished = `${binaries}.${process.pid}`;
  const unpacked = join(unfinished, "unpacked");
  await mkdir(unpacked, { recursive: true });
  execFileSync("tar", ["-xzf", archive, "--strip-components=1", "--no-same-owner", "-C", unpacked]);
  await cp(packaged, unfinished, { recursive: true, verbatimSymlinks: true });
  await cp(join(unpacked, "lib"), join(unfinished, "lib/postgresql"), { recursive: true });
  await cp(join(unpacked, "extension"), join(unfinished, "share/postgresql/extension"), { recursive: true });
  await rm(unpacked, { recursive: true });
  await rename(unfinished, binaries);
}
