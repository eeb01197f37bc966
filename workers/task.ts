import type { ServerContext } from "#server/context.ts";

/** One thing that a worker does from time to time; safe to run twice, and in two processes at once. */
export type Task = {
  name: string;
  everyMs: number;
  /** How many things it did, for the log. Stops early when `signal` aborts. */
  run: (ctx: ServerContext, signal: AbortSignal) => Promise<number>;
};
