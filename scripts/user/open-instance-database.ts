import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createProgress } from "#scripts/install/progress.mjs";
import { Refusal } from "#scripts/install/refusal.mjs";
import type { LauncherSettings } from "#scripts/launcher/load-settings.ts";
import { openEmbeddedDatabase } from "#scripts/launcher/open-embedded-database.ts";
import { takeInstanceLock } from "#scripts/launcher/take-instance-lock.ts";

export type OpenedDatabase = { url: string; close: () => Promise<void> };

/**
 * The instance's database: the one of DATABASE_URL; else the embedded one where it runs; else the
 * embedded one, started until `close`. Throws Refusal where there is no instance.
 */
export async function openInstanceDatabase(settings: LauncherSettings, password: string): Promise<OpenedDatabase> {
  const { env, dataFolder } = settings;
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, close: async () => {} };
  const lock = await takeInstanceLock(dataFolder, "npm run user").catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (!lock) return { url: await findRunningUrl(dataFolder, password), close: async () => {} };
  try {
    const { url, cluster } = await openEmbeddedDatabase({ dataFolder, password, progress: createProgress() });
    const close = async () => {
      await cluster.stop("fast");
      await lock.release();
    };
    return { url, close };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Throws Refusal where `npm start` never made an instance in the data folder. */
export function requireInstance({ env, dataFolder }: LauncherSettings): void {
  if (env.DATABASE_URL || existsSync(join(dataFolder, "postgres", "PG_VERSION"))) return;
  throw new Refusal(
    `There is no instance in ${dataFolder} yet: run npm start first, or set DATA_FOLDER or DATABASE_URL.`,
  );
}

async function findRunningUrl(dataFolder: string, password: string): Promise<string> {
  const port = (await readFile(join(dataFolder, "postgres.port"), "utf8")).trim();
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/polylogue`;
}
