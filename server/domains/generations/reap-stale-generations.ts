import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { ServerContext } from "#server/context.ts";
import { toAppError } from "#server/errors.ts";
import { announceConversation } from "./announce-conversation.ts";
import { type GenerationRecord, STALE_AFTER_MS } from "./generation.ts";
import { interruption } from "./to-outcome.ts";

type Needs = Pick<
  ServerContext,
  "generations" | "generationLog" | "conversations" | "userChannel" | "clock" | "logger"
>;

const BATCH_SIZE = 100;

/**
 * Ends as `interrupted`, with what their logs have, the generations whose process has not beaten for
 * `STALE_AFTER_MS`; their former writer can write nothing more. Returns how many. Any number of
 * processes may call it at once: each generation is claimed by one of them.
 */
export async function reapStaleGenerations(ctx: Needs): Promise<number> {
  let reaped = 0;
  for (const stale of await ctx.generations.listStale(STALE_AFTER_MS, BATCH_SIZE)) {
    try {
      const claimed = await ctx.generations.claimStale(stale, STALE_AFTER_MS);
      if (claimed && (await interrupt(ctx, claimed))) reaped++;
    } catch (error) {
      ctx.logger.warn(
        { generationId: stale.id, error: toAppError(error) },
        "a stale generation could not be reaped yet",
      );
    }
  }
  return reaped;
}

/** The seam for whoever continues it instead: the epoch is ours, the log has the durable prefix. */
async function interrupt(ctx: Needs, claimed: GenerationRecord): Promise<boolean> {
  const { userId, id: generationId, conversationId } = claimed;
  const { parts } = await ctx.generationLog.read({ userId, generationId }, { epoch: 0, seq: 0 });
  const content = parts.reduce<readonly MessagePart[]>((folded, { part }) => foldStreamPart(folded, part), []);
  const isStored = await ctx.generations.end(claimed, {
    status: "interrupted",
    parts: content,
    usage: null,
    finishReason: null,
    error: interruption(),
    seq: parts.at(-1)?.seq ?? 0,
    firstPartAt: null,
    endedAt: ctx.clock.now(),
  });
  if (isStored) await announceConversation(ctx, userId, conversationId);
  return isStored;
}
