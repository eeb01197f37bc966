import { cutToContinue } from "#inference/index.ts";
import { AppError } from "#server/errors.ts";
import type { ServerContext } from "#server/context.ts";
import type { LiveGeneration } from "./live-generation.ts";

type Needs = Pick<ServerContext, "generationLog" | "generations">;

/**
 * Takes back what cannot be gone on with, an open tool call or open reasoning, under an epoch of its own, so that every
 * reader, here and elsewhere, begins anew. All that was said must be logged before. Throws AppError `conflict` where
 * another process writes the generation by now, and what the engines throw.
 */
export async function rewindAnswer(ctx: Needs, live: LiveGeneration): Promise<void> {
  const kept = cutToContinue(live.parts);
  if (kept === live.parts.length) return;
  live.beginRewind();
  try {
    const record = await ctx.generations.raiseEpoch(live.record);
    if (!record) throw new AppError("conflict", { message: "the generation is written elsewhere" });
    const key = { userId: record.userId, generationId: record.id };
    await ctx.generationLog.open(key, record.epoch);
    await ctx.generationLog.truncate(key, record.epoch, kept);
    live.rewind(record, kept);
  } finally {
    live.endRewind();
  }
}
