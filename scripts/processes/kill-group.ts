import type { ChildProcess } from "node:child_process";

/** Ends a process that leads a group of its own, and all that it started, now. Nothing happens when nobody is left. */
export function killGroup(leader: ChildProcess): void {
  if (leader.pid === undefined) return;
  try {
    process.kill(-leader.pid, "SIGKILL");
  } catch {
    // Nobody of the group is left.
  }
}
