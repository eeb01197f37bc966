import { closeSync, openSync } from "node:fs";
import { chmod, chown, mkdir } from "node:fs/promises";
import { spawnSync } from "node:child_process";
import type { PostgresIdentity } from "./postgres-identity.ts";

/** How the server names its data folder. `descriptor` is handed to it as its file 3. */
export type DataFolderPath = { path: string; descriptor: number | "ignore"; close: () => void };

/**
 * Makes the folder the server's own and finds a name for it that the server can open. Where another user's
 * server may not pass an ancestor (a clone under root's home), we open the folder and it goes in through
 * `/proc/self/fd`, which asks for no permission on the way. Throws where neither works.
 */
export async function openDataFolder(folder: string, identity: PostgresIdentity): Promise<DataFolderPath> {
  await mkdir(folder, { recursive: true });
  if (!identity) return { path: folder, descriptor: "ignore", close: () => undefined };
  await chown(folder, identity.uid, identity.gid);
  await chmod(folder, 0o700);
  if (canEnter(folder, "ignore", identity)) return { path: folder, descriptor: "ignore", close: () => undefined };
  const descriptor = openSync(folder, "r");
  if (!canEnter("/proc/self/fd/3", descriptor, identity)) {
    closeSync(descriptor);
    throw new Error(`The user that runs the database cannot enter ${folder}: choose another DATA_FOLDER.`);
  }
  return { path: "/proc/self/fd/3", descriptor, close: () => closeSync(descriptor) };
}

function canEnter(path: string, descriptor: number | "ignore", identity: { uid: number; gid: number }): boolean {
  const stdio = ["ignore" as const, "ignore" as const, "ignore" as const, descriptor];
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', path], { ...identity, cwd: "/", stdio }).status === 0;
}
