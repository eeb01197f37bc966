import { setTimeout as wait } from "node:timers/promises";
import { killGroup } from "#scripts/processes/kill-group.ts";
import { askHealth } from "./ask-health.ts";
import { findFreePort } from "./find-free-port.ts";
import type { ProcessKind, ProcessPlan } from "./process-plan.ts";
import { startRun, type ProcessRun } from "./start-run.ts";
import { watchRun } from "./watch-run.ts";

/** With the start of realtime, half a second, well below STALE_AFTER_MS: a lone process finds what it left as soon as it may. */
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 30_000;
/** A process that lived so long starts anew with the shortest pause. */
const STABLE_AFTER_MS = 30_000;

export type SupervisorHooks = {
  onLine: (name: string, line: string) => void;
  onExit: (name: string, reason: string, pauseMs: number) => void;
  onReady: (name: string) => void;
  /** It hangs and is ended; `onExit` follows. */
  onSilent: (name: string) => void;
};

export type SupervisedProcess = {
  name: string;
  kind: ProcessKind;
  /** Where it listens now, and whether it was ready when it was asked last; null while none runs. */
  place: () => { port: number; isReady: boolean } | null;
  /** Asks the process itself. Never throws. */
  isReady: () => Promise<boolean>;
  /** Resolves when it was ready once; never, where it is stopped before. */
  becameReady: Promise<void>;
  /** Starts another, and when that is ready lets the present one leave in its own time. Rejects, with the present one still there, when the other ends first. */
  replace: () => Promise<void>;
  /** Asks it to leave soon, and ends it with all that it started when the grace is over. Safe to repeat. */
  stop: (graceMs: number) => Promise<void>;
};

/** Keeps one process running until it is stopped: again after each exit, with a pause that doubles. */
export function supervise(plan: ProcessPlan, hooks: SupervisorHooks): SupervisedProcess {
  const supervisor = new Supervisor(plan, hooks);
  void supervisor.start();
  return supervisor;
}

class Supervisor implements SupervisedProcess {
  readonly name: string;
  readonly kind: ProcessKind;
  readonly becameReady: Promise<void>;
  readonly #plan: ProcessPlan;
  readonly #hooks: SupervisorHooks;
  readonly #stopping = new AbortController();
  readonly #firstReady = Promise.withResolvers<void>();
  /** All that were started and have not ended: the present one, and those that come or leave. */
  readonly #living = new Set<ProcessRun>();
  #present: ProcessRun | null = null;
  #pauseMs = FIRST_PAUSE_MS;

  constructor(plan: ProcessPlan, hooks: SupervisorHooks) {
    this.#plan = plan;
    this.#hooks = hooks;
    this.name = plan.name;
    this.kind = plan.kind;
    this.becameReady = this.#firstReady.promise;
  }

  /** Starts one where none is. */
  async start(): Promise<void> {
    const { run } = await this.#begin();
    if (!run) return;
    // Another took the place while a port was looked for.
    if (this.#present) return killGroup(run.child);
    void this.#keep(run);
  }

  place(): { port: number; isReady: boolean } | null {
    return this.#present && { port: this.#present.port, isReady: this.#present.health === "ready" };
  }

  async isReady(): Promise<boolean> {
    return this.#present !== null && (await askHealth(this.#present.port)) === "ready";
  }

  async replace(): Promise<void> {
    const { run, ready } = await this.#begin();
    if (!run) return;
    const isReady = await Promise.race([ready, run.exited.then(() => false)]);
    if (!isReady) throw new Error(`${this.name} ${await run.exited} before it was ready`);
    const leaving = this.#present;
    void this.#keep(run);
    if (!leaving) return;
    leaving.isLeaving = true;
    leaving.child.kill("SIGTERM");
    const hardStop = setTimeout(() => killGroup(leaving.child), this.#plan.drainMs);
    await leaving.exited;
    clearTimeout(hardStop);
  }

  async stop(graceMs: number): Promise<void> {
    this.#stopping.abort();
    const living = [...this.#living];
    for (const run of living) {
      run.isLeaving = true;
      // SIGTERM would let it finish its answers first; everything else stops too, and waits for it.
      run.child.kill("SIGINT");
    }
    const hardStop = setTimeout(() => living.forEach(({ child }) => killGroup(child)), graceMs);
    await Promise.all(living.map(({ exited }) => exited));
    clearTimeout(hardStop);
  }

  async #begin(): Promise<{ run: ProcessRun | null; ready: Promise<true> }> {
    const ready = Promise.withResolvers<true>();
    const port = await findFreePort(this.#plan.wantedPort);
    if (this.#stopping.signal.aborted) return { run: null, ready: ready.promise };
    const run = startRun(this.#plan, port, (line) => this.#hooks.onLine(this.name, line));
    this.#living.add(run);
    void run.exited.then(() => this.#living.delete(run));
    void watchRun(run, this.#plan.silentAnswersMax, {
      onSilent: () => this.#hooks.onSilent(this.name),
      onReady: () => {
        ready.resolve(true);
        this.#firstReady.resolve();
        this.#hooks.onReady(this.name);
      },
    });
    return { run, ready: ready.promise };
  }

  /** From now on `run` is the present one; when it ends as that, another comes after a pause. */
  async #keep(run: ProcessRun): Promise<void> {
    this.#present = run;
    const reason = await run.exited;
    if (this.#present !== run || this.#stopping.signal.aborted) return;
    this.#present = null;
    if (Date.now() - run.startedAt > STABLE_AFTER_MS) this.#pauseMs = FIRST_PAUSE_MS;
    this.#hooks.onExit(this.name, reason, this.#pauseMs);
    const pause = wait(this.#pauseMs, undefined, { signal: this.#stopping.signal });
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
    await pause.catch(() => undefined);
    if (!this.#present) await this.start();
  }
}
