import type { ServerContext } from "#server/context.ts";

type Needs = Pick<ServerContext, "generations">;

/** Viewers who were away may still catch up from the log for so long; the answer itself is stored with its message. */
const KEEP_FOR_MS = 10 * 60_000;

/** Removes the logs of generations that ended more than ten minutes ago; returns how many rows went. For maintenance, safe to repeat. */
export async function deleteEndedLogs(ctx: Needs): Promise<number> {
  return ctx.generations.deleteEndedLogs(KEEP_FOR_MS);
}
