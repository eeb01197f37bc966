import type { ServerContext } from "#server/context.ts";

type Needs = Pick<ServerContext, "generations" | "liveGenerations">;

/**
 * Says that everything that runs here lives, in one statement; stops what a person wants stopped
 * from elsewhere, and halts what another process took over. Call it every `HEARTBEAT_EVERY_MS`.
 */
export async function beatGenerations(ctx: Needs): Promise<void> {
  // A generation whose turn is not committed yet has no row to beat.
  const running = ctx.liveGenerations.list().filter(({ isCommitted }) => isCommitted);
  if (running.length === 0) return;
  const claimed = running.map((live) => ({ live, record: live.record }));
  const claims = claimed.map(({ record }) => record).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const ours = await ctx.generations.beat(claims);
  const answers = new Map(ours.map((answer) => [`${answer.userId} ${answer.id}`, answer]));
  for (const { live, record } of claimed) {
    const answer = answers.get(`${record.userId} ${record.id}`);
    if (answer?.isStopRequested) live.halt("stopped");
    // This process raised the epoch itself while the answer was on its way.
    if (live.isRewinding || live.record !== record) continue;
    // One that is just being ended by this process has no running row either; halting it changes nothing then.
    if (!answer && ctx.liveGenerations.find(live.record.userId, live.record.id) === live) live.halt("replaced");
  }
}
