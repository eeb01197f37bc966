import { readFileSync } from "node:fs";

/** What the kernel counts in: USER_HZ is 100 on every Linux that Node runs on. */
const TICK_MS = 10;

/** Processor time, in milliseconds, that the process has used since it began; its children are not in it. */
export function readCpuMs(pid: number): number {
  const [user = 0, system = 0] = readStat(pid).slice(11, 13).map(Number);
  return (user + system) * TICK_MS;
}

/** The same with its children, those that have ended included: a PostgreSQL server with its backends. */
export function readFamilyCpuMs(pid: number): number {
  const ended = readStat(pid).slice(13, 15).map(Number);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
  const living = children.map((child) => readCpuOfLiving(child));
  return readCpuMs(pid) + [...ended.map((ticks) => ticks * TICK_MS), ...living].reduce((sum, ms) => sum + ms, 0);
}

/** Memory, in bytes, that the process holds. */
export function readMemoryBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) * 1_024;
}

/** The fields behind the name, which may itself hold blanks: the state is the first of them. */
function readStat(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function readCpuOfLiving(pid: number): number {
  try {
    return readCpuMs(pid);
  } catch {
    // It ended a moment ago, and its parent counts it from now on.
    return 0;
  }
}
