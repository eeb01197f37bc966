import { readFileSync } from "node:fs";

/** How many files, sockets among them, one process of this machine may have open. */
export function openFilesLimit(): number {
  const limit = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"))?.[1];
  return Number(limit ?? Number.POSITIVE_INFINITY);
}
