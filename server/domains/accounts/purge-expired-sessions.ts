import type { ServerContext } from "#server/context.ts";

type Needs = Pick<ServerContext, "accounts" | "clock">;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Ended sessions are kept this long because they tell from which networks a person signs in. */
const SESSION_KEPT_MS = 30 * DAY_MS;
const INVITATION_KEPT_MS = 30 * DAY_MS;
/** Must be longer than the longest wait of a throttle. */
const THROTTLE_KEPT_MS = DAY_MS;

/**
 * Forgets what nobody needs any more: sessions and invitations that ended long ago, tokens that
 * expired, failures of yesterday. Says how many rows went. Safe to repeat, also by several at once.
 */
export async function purgeExpiredSessions(ctx: Needs): Promise<number> {
  const now = ctx.clock.now();
  const before = (keptMs: number) => new Date(now.getTime() - keptMs);
  const counts = await Promise.all([
    ctx.accounts.deleteStaleSessions(before(SESSION_KEPT_MS), now),
    ctx.accounts.deleteStaleInvitations(before(INVITATION_KEPT_MS)),
    ctx.accounts.deleteStaleThrottles(before(THROTTLE_KEPT_MS)),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}
