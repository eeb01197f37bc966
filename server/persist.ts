import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "./errors.ts";

/** Half a minute in all, as long as the end of an answer waits: whoever asks is not told of a fault where the end could have been stored. */
const PAUSES_MS = [50, 150, 300, 500, 1_000, 2_000, 3_000, 5_000, 5_000, 5_000, 5_000, 5_000];

const NEVER = new AbortController().signal;

/**
 * Does `work`, and again after growing pauses where it fails for a reason that nobody foresaw, such as a database that
 * restarts. An AppError is an answer and thrown at once, and so is the last failure, or any once `signal` aborts.
 */
export async function persist<Result>(
  work: () => Promise<Result>,
  signal: AbortSignal = NEVER,
  pausesMs: readonly number[] = PAUSES_MS,
): Promise<Result> {
  for (const pauseMs of pausesMs) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || error instanceof AppError) throw error;
      // Aborting cuts the pause short; the next failure is thrown.
      await pause(pauseMs * (0.5 + Math.random()), undefined, { signal }).catch(() => null);
    }
  }
  return work();
}
