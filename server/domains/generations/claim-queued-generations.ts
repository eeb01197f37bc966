import { setTimeout as pause } from "node:timers/promises";
import { toAppError } from "#server/errors.ts";
import type { QueuedGeneration } from "#server/ports/generation-queue.ts";
import type { AnswerNeeds } from "./answer-turn.ts";
import { STALE_AFTER_MS } from "./generation.ts";
import { goOn } from "./go-on.ts";

/** How many generations a process takes at once. */
const TAKE_MAX = 16;

const RETRY_AFTER_MS = 500;

/** Takes generations from the queue and writes them, until `signal` aborts. Never throws. */
export async function claimQueuedGenerations(ctx: AnswerNeeds, signal: AbortSignal): Promise<void> {
  for (let hasComplained = false; !signal.aborted;) {
    try {
      const taken = await ctx.generationQueue.take(TAKE_MAX, signal);
      await Promise.all(taken.map((queued) => begin(ctx, queued)));
      await ctx.generationQueue.settle(taken);
      hasComplained = false;
    } catch (error) {
      if (signal.aborted) return;
      if (!hasComplained) ctx.logger.warn({ error: toAppError(error) }, "the queue of generations cannot be reached");
      hasComplained = true;
      // Aborting cuts the pause short; that is no error.
      await pause(RETRY_AFTER_MS, undefined, { signal }).catch(() => null);
    }
  }
}

async function begin(ctx: AnswerNeeds, { userId, generationId }: QueuedGeneration): Promise<void> {
  const queued = await ctx.generations.findQueued(userId, generationId);
  const claimed = queued && (await ctx.generations.claim(queued, STALE_AFTER_MS));
  // Null: it was claimed, or ended, by somebody else; the offer is settled all the same.
  if (claimed) await goOn(ctx, claimed);
}
