import { toAppError } from "#server/errors.ts";
import type { AnswerNeeds } from "./answer-turn.ts";
import { type IdleGeneration, QUEUE_LOST_AFTER_MS, STALE_AFTER_MS } from "./generation.ts";
import { goOn } from "./go-on.ts";

const BATCH_SIZE = 50;

/**
 * Takes over generations whose process has not beaten for `STALE_AFTER_MS`, and those that the queue lost; their former writer
 * can write nothing more. Returns how many. Any number of processes may call it at once: each generation is claimed by
 * one of them. Throws where the database cannot be reached.
 */
export async function claimIdleGenerations(ctx: AnswerNeeds): Promise<number> {
  const bounds = { staleAfterMs: STALE_AFTER_MS, queueLostAfterMs: QUEUE_LOST_AFTER_MS };
  let all = 0;
  for (;;) {
    const idle = await ctx.generations.listIdle(bounds, BATCH_SIZE);
    const taken = await claimEach(ctx, idle);
    all += taken;
    // A process that died may leave many more than one list; where none of a list could be taken, the next one is the same.
    if (idle.length < BATCH_SIZE || taken === 0) return all;
  }
}

async function claimEach(ctx: AnswerNeeds, idle: readonly IdleGeneration[]): Promise<number> {
  const taken = await Promise.all(idle.map((generation) => claim(ctx, generation))).catch((error: unknown) => {
    throw toAppError(error);
  });
  return taken.filter(Boolean).length;
}

async function claim(ctx: AnswerNeeds, generation: IdleGeneration): Promise<boolean> {
  // It is written here, and its next heartbeat says so: this process had stood still.
  if (ctx.liveGenerations.find(generation.userId, generation.id)) return false;
  const claimed = await ctx.generations.claim(generation, STALE_AFTER_MS);
  if (!claimed) return false;
  const { id: generationId, epoch } = claimed.record;
  ctx.logger.info({ generationId, epoch, silentMs: claimed.silentMs, reason: claimed.reason }, "took an answer over");
  await goOn(ctx, claimed);
  return true;
}
