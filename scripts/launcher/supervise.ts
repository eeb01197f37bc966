import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { endWithUs } from "#scripts/processes/end-with-us.ts";
import { killGroup } from "#scripts/processes/kill-group.ts";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A process that lived so long starts anew with the shortest pause. */
const STABLE_AFTER_MS = 30_000;
const READY_POLL_MS = 50;
const READY_WITHIN_MS = 2_000;

/** How to run one process of the system. */
export type ProcessPlan = {
  name: string;
  command: readonly [program: string, ...args: string[]];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Answers 200 when the process can do its work. */
  readyUrl: string;
};

export type SupervisorHooks = {
  onLine: (name: string, line: string) => void;
  onExit: (name: string, reason: string, pauseMs: number) => void;
  onReady: (name: string) => void;
};

export type SupervisedProcess = {
  name: string;
  /** Asks the process itself. Never throws. */
  isReady: () => Promise<boolean>;
  /** Resolves when it was ready once; never, where it is stopped before. */
  becameReady: Promise<void>;
  /** Asks it to leave, and ends it with all that it started when the grace is over. Safe to repeat. */
  stop: (graceMs: number) => Promise<void>;
};

/** Keeps one process running until it is stopped: again after each exit, with a pause that doubles. */
export function supervise(plan: ProcessPlan, hooks: SupervisorHooks): SupervisedProcess {
  const stopping = new AbortController();
  const firstReady = Promise.withResolvers<void>();
  let current: { child: ChildProcess; exited: Promise<string> } | null = null;

  const run = async (): Promise<void> => {
    let pauseMs = FIRST_PAUSE_MS;
    while (!stopping.signal.aborted) {
      const startedAt = Date.now();
      current = start(plan, hooks);
      void awaitReady(plan.readyUrl, current.child).then((isReady) => {
        if (isReady) hooks.onReady(plan.name);
        if (isReady) firstReady.resolve();
      });
      const reason = await current.exited;
      killGroup(current.child);
      if (stopping.signal.aborted) return;
      if (Date.now() - startedAt > STABLE_AFTER_MS) pauseMs = FIRST_PAUSE_MS;
      hooks.onExit(plan.name, reason, pauseMs);
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  };
  const finished = run();
  return {
    name: plan.name,
    isReady: () => answersReady(plan.readyUrl),
    becameReady: firstReady.promise,
    stop: async (graceMs) => {
      stopping.abort();
      const child = current?.child;
      child?.kill("SIGTERM");
      const hardStop = setTimeout(() => child && killGroup(child), graceMs);
      await finished;
      clearTimeout(hardStop);
    },
  };
}

/** In a group of its own: Ctrl-C is the launcher's to handle, and what the process started can be ended with it. */
function start(plan: ProcessPlan, hooks: SupervisorHooks): { child: ChildProcess; exited: Promise<string> } {
  const [program, ...args] = plan.command;
  const child = spawn(program, args, {
    cwd: plan.cwd,
    env: plan.env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface(stream).on("line", (line) => hooks.onLine(plan.name, line));
  }
  const endWatch = child.pid === undefined ? () => undefined : endWithUs(child.pid, "group");
  const exited = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`does not start (${error.message})`));
    child.once("exit", (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with code ${code}`));
  });
  void exited.then(endWatch);
  return { child, exited };
}

async function awaitReady(url: string, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    if (await answersReady(url)) return true;
    await wait(READY_POLL_MS);
  }
  return false;
}

async function answersReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(READY_WITHIN_MS), redirect: "manual" });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
