import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, type WriteStream } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { endWithUs } from "#scripts/processes/end-with-us.ts";
import { killGroup } from "#scripts/processes/kill-group.ts";

/** Between an end and the next start; short, because a seed is. */
const PAUSE_MS = 50;
const READY_POLL_MS = 40;
const READY_WITHIN_MS = 30_000;
const ANSWER_WITHIN_MS = 1_000;

export type KeptPlan = {
  name: string;
  command: readonly string[];
  env: Record<string, string | undefined>;
  cwd: string;
  readyUrl: string;
  logFile: string;
};

/** A process of the system that is started again whenever it ends, until `stop`, and takes signals. */
export class KeptProcess {
  readonly name: string;
  readonly #plan: KeptPlan;
  readonly #log: WriteStream;
  readonly #finished: Promise<void>;
  #child: ChildProcess | null = null;
  #isStopping = false;
  /** How often it was started. */
  starts = 0;

  constructor(plan: KeptPlan) {
    this.name = plan.name;
    this.#plan = plan;
    this.#log = createWriteStream(plan.logFile, { flags: "a" });
    this.#finished = this.#keep();
  }

  /** Nothing happens where it is not there at this moment. */
  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** Resolves when it can do its work. Throws where it does not come up within half a minute. */
  async untilReady(): Promise<void> {
    for (const end = Date.now() + READY_WITHIN_MS; !(await this.#isReady()); await wait(READY_POLL_MS)) {
      if (Date.now() > end) throw new Error(`${this.name} does not come up; see ${this.#plan.logFile}`);
    }
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#child) killGroup(this.#child);
    await this.#finished;
    this.#log.end();
  }

  async #keep(): Promise<void> {
    for (; !this.#isStopping; await wait(PAUSE_MS)) {
      const child = this.#start();
      this.#child = child;
      const endWatch = child.pid === undefined ? () => undefined : endWithUs(child.pid, "group");
      const reason = await new Promise<string>((resolve) => {
        child.once("error", (error) => resolve(error.message));
        child.once("exit", (code, signal) => resolve(`${signal ?? code}`));
      });
      this.#child = null;
      endWatch();
      killGroup(child);
      this.#log.write(`--- ended: ${reason}\n`);
    }
  }

  #start(): ChildProcess {
    const [program = process.execPath, ...args] = this.#plan.command;
    const { cwd } = this.#plan;
    const env: NodeJS.ProcessEnv = { NODE_ENV: "production", ...this.#plan.env };
    this.starts += 1;
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    child.stdout.pipe(this.#log, { end: false });
    child.stderr.pipe(this.#log, { end: false });
    return child;
  }

  async #isReady(): Promise<boolean> {
    try {
      const response = await fetch(this.#plan.readyUrl, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
      await response.body?.cancel();
      return response.status === 200;
    } catch {
      // Nobody listens yet, or who listens stands still.
      return false;
    }
  }
}
