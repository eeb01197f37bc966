import type { Actor, ServerContext } from "#server/context.ts";
import type { CachedSession } from "#server/ports/session-cache.ts";
import { LAST_SEEN_PRECISION_MS, sessionExpiry, type SessionKey } from "./account.ts";

type Needs = Pick<ServerContext, "accounts" | "clock" | "sessionCache">;

/**
 * Who asks, or null when the session has ended or expired or the account is disabled. `key` must
 * come out of a cookie or token whose signature was checked. The role is the one of this second, not of the
 * sign-in. At most once a minute it also writes down that the session was seen.
 */
export async function authenticateSession(ctx: Needs, key: SessionKey): Promise<Actor | null> {
  const session = await ctx.sessionCache.read(key, () => seeSession(ctx, key));
  if (!session || session.expiresAt <= ctx.clock.now().getTime()) return null;
  return { userId: key.userId, sessionId: key.sessionId, role: session.role };
}

/** The session as the database has it, seen at this moment. */
async function seeSession(ctx: Needs, key: SessionKey): Promise<CachedSession | null> {
  const state = await ctx.accounts.findSessionState(key);
  const now = ctx.clock.now();
  if (!state || state.endedAt || state.disabledAt || state.expiresAt <= now) return null;
  const isSeenLately = now.getTime() - state.lastSeenAt.getTime() < LAST_SEEN_PRECISION_MS;
  const lastSeenAt = isSeenLately ? state.lastSeenAt : now;
  const expiresAt = isSeenLately ? state.expiresAt : sessionExpiry(state.createdAt, now);
  if (!isSeenLately) await ctx.accounts.touchSession(key, lastSeenAt, expiresAt);
  return {
    role: state.role,
    createdAt: state.createdAt.getTime(),
    lastSeenAt: lastSeenAt.getTime(),
    expiresAt: expiresAt.getTime(),
  };
}
