export type ProcessKind = "web" | "realtime" | "workers";

/** How to run one process of the system. */
export type ProcessPlan = {
  /** Its own among all: `realtime-2`. */
  name: string;
  kind: ProcessKind;
  /** Tried first at each start; where another program has it, any free one is as good. */
  wantedPort: number | undefined;
  /** The process answers `/readyz` on that port of 127.0.0.1: 200 when it can do its work. */
  toRun: (port: number) => { command: readonly [program: string, ...args: string[]]; env: NodeJS.ProcessEnv };
  cwd: string;
  /** How long it may take to leave when another has taken its place. */
  drainMs: number;
  /** One that was ready and then leaves so many questions in a row unanswered hangs, and is ended. */
  silentAnswersMax: number;
};
