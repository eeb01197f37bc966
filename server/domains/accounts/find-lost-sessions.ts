import type { ServerContext } from "#server/context.ts";
import { LAST_SEEN_PRECISION_MS, sessionExpiry, type SessionKey } from "./account.ts";

type Needs = Pick<ServerContext, "accounts" | "clock">;

/** How many sessions one statement asks about. */
const BATCH_MAX = 5_000;

/**
 * Which of these sessions hold no more: ended, expired, or of a disabled account. The others are written down as seen,
 * at most once a minute. A few statements for each 5,000 sessions; the cache is not asked. Safe to repeat.
 */
export async function findLostSessions(ctx: Needs, keys: readonly SessionKey[]): Promise<SessionKey[]> {
  const lost: SessionKey[] = [];
  for (let start = 0; start < keys.length; start += BATCH_MAX) {
    lost.push(...(await findLostOfBatch(ctx, keys.slice(start, start + BATCH_MAX))));
  }
  return lost;
}

async function findLostOfBatch(ctx: Needs, keys: readonly SessionKey[]): Promise<SessionKey[]> {
  const open = await ctx.accounts.listOpenSessions(keys);
  const now = ctx.clock.now();
  const held = open.filter(({ expiresAt }) => expiresAt > now);
  const unseen = held.filter(({ lastSeenAt }) => now.getTime() - lastSeenAt.getTime() >= LAST_SEEN_PRECISION_MS);
  await ctx.accounts.touchSessions(
    unseen.map(({ createdAt, ...key }) => ({ ...key, lastSeenAt: now, expiresAt: sessionExpiry(createdAt, now) })),
  );
  const heldIds = new Set(held.map(({ sessionId }) => sessionId));
  return keys.filter(({ sessionId }) => !heldIds.has(sessionId));
}
