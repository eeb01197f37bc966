import { execFileSync } from "node:child_process";
import { findProcessStart } from "#scripts/processes/find-process-start.ts";

export type FoundProcess = { pid: number; parentPid: number; command: string };

/** Every process that descends from `pid`, itself left out. */
export function findDescendants(pid: number): FoundProcess[] {
  const all = listProcesses();
  const children = all.filter((process) => process.parentPid === pid);
  return children.flatMap((child) => [child, ...findDescendants(child.pid)]);
}

/** Whether a process with this number runs; one that is dead and not yet collected does not. */
export function isRunning(pid: number): boolean {
  return findProcessStart(pid) !== null;
}

function listProcesses(): FoundProcess[] {
  const table = execFileSync("ps", ["-eo", "pid=,ppid=,stat=,args="], { encoding: "utf8" });
  return table.split("\n").flatMap((line) => {
    const [, pid, parentPid, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (pid === undefined || state?.startsWith("Z")) return [];
    return [{ pid: Number(pid), parentPid: Number(parentPid), command: command ?? "" }];
  });
}
