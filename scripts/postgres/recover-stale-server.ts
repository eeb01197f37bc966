import { execFileSync } from "node:child_process";
import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const FAST_STOP_MS = 10_000;
const IMMEDIATE_STOP_MS = 5_000;

/** What was found of an earlier server on the folder. */
export type StaleServer = "none" | "lock-removed" | "stopped";

/**
 * Clears the way for a new server on `folder`. Call it only as the folder's one owner: a server that still runs
 * there was left behind and is stopped, cleanly if it lets us; a lock that names a dead or foreign process goes.
 */
export async function recoverStaleServer(folder: string): Promise<StaleServer> {
  const lock = join(folder, "postmaster.pid");
  const pid = Number.parseInt(await readFile(lock, "utf8").catch(() => ""), 10);
  if (!Number.isInteger(pid) || pid <= 0) return "none";
  if (!(await isServerOf(pid, folder))) {
    await rm(lock, { force: true });
    return "lock-removed";
  }
  process.kill(pid, "SIGINT");
  if (!(await isGone(pid, FAST_STOP_MS))) process.kill(pid, "SIGQUIT");
  if (!(await isGone(pid, IMMEDIATE_STOP_MS))) {
    throw new Error(`An earlier database server (process ${pid}) does not stop: end it, then start again.`);
  }
  return "stopped";
}

async function isServerOf(pid: number, folder: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return commandOf(pid).includes(folder);
  // The server works in its data folder, whatever name that was given by.
  const [its, ours] = await Promise.all([stat(`/proc/${pid}/cwd`).catch(() => null), stat(folder)]);
  return its !== null && its.ino === ours.ino && its.dev === ours.dev;
}

function commandOf(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function isGone(pid: number, limitMs: number): Promise<boolean> {
  for (const end = Date.now() + limitMs; Date.now() < end; await wait(50)) if (!isAlive(pid)) return true;
  return !isAlive(pid);
}
