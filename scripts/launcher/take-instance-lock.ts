import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Refusal } from "#scripts/install/refusal.mjs";
import { findProcessStart } from "./find-process-start.ts";

const ownerSchema = z.object({ pid: z.number().int(), startedAt: z.string(), address: z.string() });

/**
 * Makes this process the data folder's one owner until `release`. A lock whose process is gone is taken over.
 * Throws Refusal while another instance runs on the folder.
 */
export async function takeInstanceLock(dataFolder: string, address: string): Promise<{ release: () => Promise<void> }> {
  const lock = join(dataFolder, "instance.json");
  const mine = join(dataFolder, `instance.${randomUUID()}`);
  const startedAt = findProcessStart(process.pid) ?? "";
  await writeFile(mine, JSON.stringify({ pid: process.pid, startedAt, address }), { mode: 0o600 });
  try {
    for (let isTaken = false; !isTaken;) {
      isTaken = await tryLink(mine, lock);
      if (!isTaken) await removeStaleLock(lock, dataFolder);
    }
  } finally {
    await rm(mine, { force: true });
  }
  return { release: () => rm(lock, { force: true }) };
}

/** A hard link is made by one process only, and its content is complete at once. */
async function tryLink(mine: string, lock: string): Promise<boolean> {
  try {
    await link(mine, lock);
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return false;
    throw cause;
  }
}

async function removeStaleLock(lock: string, dataFolder: string): Promise<void> {
  const found = await readFile(lock, "utf8").catch(() => null);
  if (found === null) return;
  refuseIfAlive(found, dataFolder);
  // Somebody else may have taken it over since we read it: what was moved away is looked at again.
  const aside = `${lock}.${randomUUID()}`;
  await rename(lock, aside).catch(() => undefined);
  const moved = await readFile(aside, "utf8").catch(() => null);
  if (moved !== null && moved !== found) await tryLink(aside, lock);
  await rm(aside, { force: true });
}

function refuseIfAlive(content: string, dataFolder: string): void {
  const owner = ownerSchema.safeParse(parseJson(content));
  if (!owner.success || findProcessStart(owner.data.pid) !== owner.data.startedAt) return;
  throw new Refusal(
    `An instance already runs on the data folder ${dataFolder} (process ${owner.data.pid}, ${owner.data.address}): ` +
      "stop that one, or set DATA_FOLDER and PORT to others for a second.",
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
