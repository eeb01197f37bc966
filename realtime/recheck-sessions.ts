import { findLostSessions, listEndedSessions, type SessionKey } from "#server/domains/accounts/index.ts";
import type { Gateway } from "./gateway.ts";

/** How long at most a socket outlives a session that expired, or whose account was disabled by hand. */
export const RECHECK_EVERY_MS = 60_000;

/** Closes the sockets of sessions that somebody ended in the last seconds: one cheap look-up, however many sockets are open. */
export async function closeEndedSessions({ context, connections }: Gateway): Promise<void> {
  if (connections.size === 0) return;
  for (const { userId, sessionId } of await listEndedSessions(context)) connections.endSession(userId, sessionId);
}

/**
 * Closes the sockets whose session no longer holds, however it was lost: ended long ago, expired, or its account
 * disabled. A few statements, however many sockets are open; says of the others that they were seen.
 */
export async function recheckSessions({ context, connections }: Gateway): Promise<void> {
  const keys = new Map<string, SessionKey>();
  for (const { actor } of connections.all()) keys.set(actor.sessionId, actor);
  for (const { userId, sessionId } of await findLostSessions(context, [...keys.values()])) {
    connections.endSession(userId, sessionId);
  }
}
