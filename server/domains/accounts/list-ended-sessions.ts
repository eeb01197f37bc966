import type { ServerContext } from "#server/context.ts";
import type { SessionKey } from "./account.ts";

type Needs = Pick<ServerContext, "accounts" | "clock">;

/** Longer than a commit takes and than the clocks of two processes differ; `findLostSessions` finds what is older. */
const LATELY_MS = 15_000;

/** The sessions of anybody that somebody ended in the last quarter of a minute: few, and one indexed look-up. */
export async function listEndedSessions(ctx: Needs): Promise<SessionKey[]> {
  return ctx.accounts.listSessionsEndedSince(new Date(ctx.clock.now().getTime() - LATELY_MS));
}
