import type { ServerContext } from "#server/context.ts";
import {
  CLAIM_EVERY_MS,
  claimIdleGenerations,
  claimQueuedGenerations,
  HEARTBEAT_EVERY_MS,
  STALE_AFTER_MS,
} from "#server/domains/generations/index.ts";
import { every } from "./every.ts";

/**
 * For so long after the database was away nothing counts as abandoned: nobody could beat meanwhile. Must stay above a
 * heartbeat by what it takes to connect again.
 */
const QUIET_AFTER_OUTAGE_MS = STALE_AFTER_MS + 2 * HEARTBEAT_EVERY_MS;

/** Writes, from now on, what nobody else does: from the queue, and what dead processes left. Returns the way to stop. */
export function startClaiming(context: ServerContext): () => void {
  const stopping = new AbortController();
  let quietUntil = 0;
  const claimIdle = async (): Promise<void> => {
    try {
      if (performance.now() >= quietUntil) await claimIdleGenerations(context);
      else await context.generations.listIdle({ staleAfterMs: STALE_AFTER_MS, queueLostAfterMs: STALE_AFTER_MS }, 1);
    } catch (error) {
      quietUntil = performance.now() + QUIET_AFTER_OUTAGE_MS;
      throw error;
    }
  };
  const stopLooking = every(CLAIM_EVERY_MS, claimIdle, context.logger);
  void claimQueuedGenerations(context, stopping.signal);
  return () => {
    stopLooking();
    stopping.abort();
  };
}
