import type { ServerContext } from "#server/context.ts";

type Needs = Pick<ServerContext, "accounts" | "clock" | "sessionCache" | "userChannel">;

/** Which sessions of one person to end: one, or all but one, or all. */
export type SessionSelection = { id: string } | { exceptId: string | null };

/** Ends sessions of the person; from now on nobody comes in by them, and their sockets are closed. Safe to repeat. */
export async function endSessions(ctx: Needs, userId: string, which: SessionSelection): Promise<void> {
  const ended = await ctx.accounts.endSessions(userId, which, ctx.clock.now());
  await Promise.all([
    ctx.sessionCache.revoke(ended.map((sessionId) => ({ userId, sessionId }))),
    ...ended.map((sessionId) => ctx.userChannel.publish(userId, { type: "session-ended", sessionId })),
  ]);
}
