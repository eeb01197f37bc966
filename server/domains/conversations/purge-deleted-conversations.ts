import type { ServerContext } from "#server/context.ts";
import { KEEP_DELETED_DAYS } from "./conversation.ts";

type Needs = Pick<ServerContext, "conversations" | "contextCache" | "clock">;

const DAY_MS = 86_400_000;
const BATCH = 200;

/**
 * Removes the conversations that were deleted more than 30 days ago, with all that belongs to them,
 * and returns how many. Stops between two of them when `signal` aborts. For maintenance, safe to
 * repeat and to run twice at once.
 */
export async function purgeDeletedConversations(ctx: Needs, signal: AbortSignal): Promise<number> {
  const cutoff = new Date(ctx.clock.now().getTime() - KEEP_DELETED_DAYS * DAY_MS);
  let purged = 0;
  for (;;) {
    const due = await ctx.conversations.findDeletedBefore(cutoff, BATCH);
    for (const { userId, id } of due) {
      if (signal.aborted) return purged;
      if (!(await ctx.conversations.purge(userId, id, cutoff))) continue;
      await ctx.contextCache.forget(userId, id);
      purged += 1;
    }
    if (due.length < BATCH) return purged;
  }
}
