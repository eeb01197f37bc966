import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { endWithUs } from "#scripts/processes/end-with-us.ts";
import { killGroup } from "#scripts/processes/kill-group.ts";
import type { Health } from "./ask-health.ts";
import type { ProcessPlan } from "./process-plan.ts";

/** One life of a process, from its start to its end. */
export type ProcessRun = {
  port: number;
  child: ChildProcess;
  startedAt: number;
  /** As it was when it was asked last. */
  health: Health;
  /** It was asked to go: that it takes nothing more is no fault. */
  isLeaving: boolean;
  /** Why it ended, in words. All that it started is gone with it. */
  exited: Promise<string>;
};

/** Starts the process on this port; each line it writes is given to `onLine`. */
export function startRun(plan: ProcessPlan, port: number, onLine: (line: string) => void): ProcessRun {
  const { command, env } = plan.toRun(port);
  const [program, ...args] = command;
  // In a group of its own: Ctrl-C is the launcher's to handle, and what the process started can be ended with it.
  const stdio = ["ignore" as const, "pipe" as const, "pipe" as const];
  const child = spawn(program, args, { cwd: plan.cwd, env, stdio, detached: true });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface(stream).on("line", onLine);
  }
  const endWatch = child.pid === undefined ? () => undefined : endWithUs(child.pid, "group");
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`does not start (${error.message})`));
    child.once("exit", (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with code ${code}`));
  });
  const exited = ended.finally(() => {
    endWatch();
    killGroup(child);
  });
  return { port, child, startedAt: Date.now(), health: "silent", isLeaving: false, exited };
}
