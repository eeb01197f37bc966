import { v7 as createId } from "uuid";
import type { ServerContext } from "#server/context.ts";
import { sessionExpiry, type Origin, type SessionKey } from "./account.ts";

type Needs = Pick<ServerContext, "accounts" | "clock">;

const USER_AGENT_LENGTH_MAX = 500;

/** Starts a session of somebody who has just proved who they are. Its key belongs in the signed cookie. */
export async function startSession(ctx: Needs, userId: string, origin: Origin): Promise<SessionKey> {
  const now = ctx.clock.now();
  const sessionId = createId();
  await ctx.accounts.createSession({
    userId,
    id: sessionId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: sessionExpiry(now, now),
    endedAt: null,
    userAgent: origin.userAgent?.slice(0, USER_AGENT_LENGTH_MAX) ?? null,
    ipAddress: origin.ipAddress,
  });
  return { userId, sessionId };
}
