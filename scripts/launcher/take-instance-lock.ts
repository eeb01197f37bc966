import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Refusal } from "#scripts/install/refusal.mjs";
import { findProcessStart } from "#scripts/processes/find-process-start.ts";
import { findLivingOwner, INSTANCE_FILE, type InstanceOwner } from "./find-living-owner.ts";

/** An instance that is on its way out is gone by then; see `stop-instance.ts`. */
const STOPS_WITHIN_MS = 8_000;
const POLL_MS = 50;

/** The right to a data folder. */
export type InstanceLock = {
  /** Lets the next instance wait for the end of this one instead of refusing. Safe to repeat; no error where it cannot be written. */
  announceStop: () => Promise<void>;
  /** Safe to repeat, also when the folder is another instance's by then. */
  release: () => Promise<void>;
};

/**
 * Makes this process the data folder's one owner until `release`. A lock whose process is gone is taken over.
 * Waits for one that is stopping. Throws Refusal while another instance runs on the folder.
 */
export async function takeInstanceLock(dataFolder: string, address: string): Promise<InstanceLock> {
  const lock = join(dataFolder, INSTANCE_FILE);
  const mine = join(dataFolder, `instance.${randomUUID()}`);
  const startedAt = findProcessStart(process.pid) ?? "";
  const describe = (isStopping: boolean) => JSON.stringify({ pid: process.pid, startedAt, address, isStopping });
  await writeFile(mine, describe(false), { mode: 0o600 });
  const giveUpAt = Date.now() + STOPS_WITHIN_MS;
  try {
    for (let isTaken = false; !isTaken;) {
      isTaken = await tryLink(mine, lock);
      if (!isTaken) await removeStaleLock(lock, dataFolder, giveUpAt);
    }
  } finally {
    await rm(mine, { force: true });
  }
  let isAnnounced = false;
  let isReleased = false;
  return {
    // A second call of either could come when the folder is another instance's already.
    announceStop: async () => {
      if (isAnnounced) return;
      isAnnounced = true;
      // On a full or vanished disk everything must stop all the same.
      await announce(mine, lock, describe(true)).catch(() => rm(mine, { force: true }));
    },
    release: async () => {
      if (isReleased) return;
      isReleased = true;
      await rm(lock, { force: true });
    },
  };
}

async function announce(mine: string, lock: string, content: string): Promise<void> {
  await writeFile(mine, content, { mode: 0o600 });
  await rename(mine, lock);
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

async function removeStaleLock(lock: string, dataFolder: string, giveUpAt: number): Promise<void> {
  const found = await readFile(lock, "utf8").catch(() => null);
  if (found === null) return;
  const owner = findLivingOwner(found);
  if (owner?.isStopping && Date.now() < giveUpAt) return wait(POLL_MS);
  if (owner) throw toRefusal(owner, dataFolder);
  // Somebody else may have taken it over since we read it: what was moved away is looked at again.
  const aside = `${lock}.${randomUUID()}`;
  await rename(lock, aside).catch(() => undefined);
  const moved = await readFile(aside, "utf8").catch(() => null);
  if (moved !== null && moved !== found) await tryLink(aside, lock);
  await rm(aside, { force: true });
}

function toRefusal({ pid, address }: InstanceOwner, dataFolder: string): Refusal {
  return new Refusal(
    `An instance already runs on the data folder ${dataFolder} (process ${pid}, ${address}): ` +
      "stop that one, or set DATA_FOLDER and PORT to others for a second.",
  );
}
