import type { Actor } from "#server/context.ts";
import { authenticateSession } from "#server/domains/accounts/index.ts";
import type { Gateway } from "./gateway.ts";

/** How long at most a socket outlives a session that expired, or whose end was told while this process could not hear. */
export const RECHECK_EVERY_MS = 60_000;

/**
 * Closes the sockets whose session no longer holds. Usually the user channel has told long before;
 * this is for what it lost, and for sessions that nobody ended. One look-up after the other.
 */
export async function recheckSessions({ context, connections }: Gateway): Promise<void> {
  const actors = new Map<string, Actor>();
  for (const { actor } of connections.all()) actors.set(actor.sessionId, actor);
  for (const actor of actors.values()) {
    if (!(await authenticateSession(context, actor))) connections.endSession(actor.userId, actor.sessionId);
  }
}
