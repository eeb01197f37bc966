import type { Actor, ServerContext } from "#server/context.ts";
import { LAST_SEEN_PRECISION_MS, sessionExpiry, type SessionKey } from "./account.ts";

type Needs = Pick<ServerContext, "accounts" | "clock">;

/**
 * Who asks, or null when the session has ended or expired or the account is disabled. `key` must
 * come out of a cookie or token whose signature was checked. The role is today's, not the one at
 * sign-in. At most once a minute it also writes down that the session was seen.
 */
export async function authenticateSession(ctx: Needs, key: SessionKey): Promise<Actor | null> {
  const state = await ctx.accounts.findSessionState(key);
  const now = ctx.clock.now();
  if (!state || state.endedAt || state.disabledAt || state.expiresAt <= now) return null;
  if (now.getTime() - state.lastSeenAt.getTime() >= LAST_SEEN_PRECISION_MS) {
    await ctx.accounts.touchSession(key, now, sessionExpiry(state.createdAt, now));
  }
  return { userId: key.userId, sessionId: key.sessionId, role: state.role };
}
