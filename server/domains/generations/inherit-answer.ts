import { cutToContinue } from "#inference/index.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { ServerContext } from "#server/context.ts";
import { findMessages } from "#server/domains/messages/index.ts";
import type { LoggedPart } from "#server/ports/generation-log.ts";
import { addUsage } from "#contracts/add-usage.ts";
import { findEnd, type StreamEnd } from "./collect-answer.ts";
import type { ClaimedGeneration, Outcome, Segment } from "./generation.ts";
import { judgeClaim } from "./judge-claim.ts";
import { LiveGeneration } from "./live-generation.ts";
import { toStreamParts } from "./to-stream-parts.ts";

type Needs = Pick<ServerContext, "clock" | "generationLog" | "generations" | "messages">;

/** A claimed generation with what its former writer left, and how that ended. `over`: what it comes to where no model is to be asked. */
export type InheritedGeneration = {
  live: LiveGeneration;
  end: StreamEnd;
  over: Pick<Outcome, "status" | "error"> | null;
};

/**
 * Shuts the former writer out of the log, takes back what cannot be gone on with where a model is to be asked, and shows
 * the new epoch to readers. What the log lost is begun with what is stored of the answer. Throws AppError `conflict` where
 * another process was faster, and what the engines throw. Safe to repeat.
 */
export async function inheritAnswer(ctx: Needs, claimed: ClaimedGeneration): Promise<InheritedGeneration> {
  const { record } = claimed;
  const key = { userId: record.userId, generationId: record.id };
  const names = { conversationId: record.conversationId, ids: [record.answerId] };
  const [page, [answer], segments] = await Promise.all([
    ctx.generationLog.open(key, record.epoch),
    findMessages(ctx, record.userId, names),
    ctx.generations.listSegments(record.userId, record.id),
  ]);
  const logged = page.parts.map(({ part }) => part);
  const left = logged.length > 0 ? logged : toStreamParts(answer?.parts ?? []);
  const end = findEnd(left);
  const kept = left.slice(0, cutToContinue(left));
  const fruitless = countFruitless(claimed, segments.at(-1), left);
  const all = [...segments, { ...describe(ctx, claimed, kept), fruitless }];
  const over = judgeClaim(claimed, end, all);
  const parts = over ? left : kept;
  await ctx.generationLog.truncate(key, record.epoch, logged.length > 0 ? parts.length : 0);
  if (logged.length === 0) await ctx.generationLog.append(key, record.epoch, place(parts));
  await ctx.generations.saveSegments(record, all);
  // What its finished rounds of tools cost; one that is over says so by its end.
  const spent = over ? null : findEnd(kept).usage;
  const usage = addUsage(answer?.usage ?? null, spent);
  const inherited = { parts, takenBack: left.slice(parts.length), usage, segments: all };
  return { live: new LiveGeneration(record, inherited), end, over };
}

function describe(
  ctx: Needs,
  { record, reason, silentMs }: ClaimedGeneration,
  parts: readonly StreamPart[],
): Omit<Segment, "fruitless"> {
  const { epoch, modelId } = record;
  return { reason, epoch, modelId, fromSeq: parts.length + 1, at: ctx.clock.now().toISOString(), silentMs };
}

/** The first writer has no segment; it began at the beginning. One that had to go did not die. */
function countFruitless(
  { reason }: ClaimedGeneration,
  former: Segment | undefined,
  left: readonly StreamPart[],
): number {
  if (reason !== "abandoned" || left.length >= (former?.fromSeq ?? 1)) return 0;
  return (former?.fruitless ?? 0) + 1;
}

function place(parts: readonly StreamPart[]): LoggedPart[] {
  return parts.map((part, index) => ({ seq: index + 1, part }));
}
