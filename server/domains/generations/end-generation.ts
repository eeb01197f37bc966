import { setTimeout as pause } from "node:timers/promises";
import type { ServerContext } from "#server/context.ts";
import { toAppError } from "#server/errors.ts";
import { persist } from "#server/persist.ts";
import type { GenerationEnd, Outcome } from "./generation.ts";
import type { LiveGeneration } from "./live-generation.ts";
import { presentEnd } from "./presenter.ts";

type Needs = Pick<ServerContext, "contextCache" | "generationLog" | "generations" | "messages" | "logger">;

/** How long the end of an answer waits for a database that is away; then whoever claims it stores what the log has. */
const PAUSES_MS = [100, 300, 1_000, 3_000, 5_000, 5_000, 5_000, 5_000, 5_000];

/**
 * Stores the answer whole, with its generation and the conversation's time, in one transaction, and
 * returns the end as viewers get it. Null where another process took the generation over: nothing is stored, and
 * viewers have to look at the log again, even where that one has ended it, because it showed what this one did not.
 */
export async function endGeneration(ctx: Needs, live: LiveGeneration, outcome: Outcome): Promise<GenerationEnd | null> {
  const { record } = live;
  // It was over once, perhaps, and models may have read it as it was.
  if (live.inherited.segments.length > 0) await ctx.contextCache.forget(record.userId, record.conversationId);
  const isOurs = live.haltReason !== "replaced" && (await storePersistently(ctx, live, outcome));
  if (!isOurs) return null;
  await ctx.generationLog.close({ userId: record.userId, generationId: record.id }, record.epoch);
  const node = { conversationId: record.conversationId, ids: [record.answerId] };
  // It is stored; that its branches cannot be read for a moment must not keep its viewers waiting for the end.
  const [answer] = await persist(() => ctx.messages.listNodes(record.userId, node.conversationId, node.ids));
  return presentEnd(record, outcome, answer?.siblingIds ?? [record.answerId]);
}

async function storePersistently(ctx: Needs, live: LiveGeneration, outcome: Outcome): Promise<boolean> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await ctx.generations.end(live.record, outcome);
    } catch (thrown) {
      const error = toAppError(thrown);
      ctx.logger.warn({ generationId: live.record.id, pauseMs, error }, "the end of an answer could not be stored yet");
      await pause(pauseMs);
    }
  }
  return ctx.generations.end(live.record, outcome);
}
