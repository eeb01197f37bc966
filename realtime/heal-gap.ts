import { listChanges } from "#server/domains/conversations/index.ts";
import { toAppError } from "#server/errors.ts";
import type { Connection } from "./connection.ts";
import { follow } from "./follow.ts";
import type { Gateway } from "./gateway.ts";

/** Hints of a longer outage are not made up for; whoever reconnects or reloads reads the truth anyway. */
const GAP_MS_MAX = 10 * 60_000;

/**
 * Tells every socket of this process, or those that are given, what the user channel may have failed to: one after the
 * other, so that a hundred thousand of them do not ask the database at once. Never throws.
 */
export async function healGap(gateway: Gateway, concerned = gateway.connections.all()): Promise<void> {
  const since = new Date(gateway.context.clock.now().getTime() - GAP_MS_MAX);
  // Those that come meanwhile missed nothing, and there may be no end of them.
  const open = Array.from(concerned);
  for (const connection of open) {
    await attempt(gateway, () => tellChanges(gateway, connection, since));
    const conversationIds = Array.from(connection.conversationIds);
    for (const conversationId of conversationIds) {
      const following = { conversationId, cursors: {}, since: since.toISOString() };
      await attempt(gateway, () => follow(gateway, connection, following));
    }
  }
}

async function tellChanges({ context }: Gateway, connection: Connection, since: Date): Promise<void> {
  if (connection.isClosing) return;
  const { conversations, deletedIds, isComplete } = await listChanges(context, connection.actor, since);
  for (const conversation of conversations) connection.send({ type: "conversation.put", conversation });
  for (const conversationId of deletedIds) connection.send({ type: "conversation.delete", conversationId });
  if (!isComplete && connection.protocolVersion >= 2) connection.send({ type: "account.stale" });
}

/** A conversation that was deleted is no fault, and keeps nobody from the others. */
async function attempt({ context: { logger } }: Gateway, work: () => Promise<void>): Promise<void> {
  await work().catch((thrown: unknown) => {
    const error = toAppError(thrown);
    if (error.code !== "not-found") logger.warn({ error }, "a socket could not be told what it missed");
  });
}
