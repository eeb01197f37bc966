import { listChanges } from "#server/domains/conversations/index.ts";
import { toAppError } from "#server/errors.ts";
import type { Connection } from "./connection.ts";
import { follow } from "./follow.ts";
import type { Gateway } from "./gateway.ts";

/** Hints of a longer outage are not made up for; whoever reconnects or reloads reads the truth anyway. */
const GAP_MS_MAX = 10 * 60_000;

/**
 * Tells every socket of this process what the user channel may have failed to: one after the other, so that a
 * hundred thousand of them do not ask the database at once. Never throws.
 */
export async function healGap(gateway: Gateway): Promise<void> {
  const since = new Date(gateway.context.clock.now().getTime() - GAP_MS_MAX);
  for (const connection of gateway.connections.all()) {
    if (connection.isClosing) continue;
    await catchUp(gateway, connection, since).catch((error: unknown) => {
      gateway.context.logger.warn({ error: toAppError(error) }, "a socket could not be told what it missed");
    });
  }
}

async function catchUp(gateway: Gateway, connection: Connection, since: Date): Promise<void> {
  const { conversations, deletedIds, isComplete } = await listChanges(gateway.context, connection.actor, since);
  for (const conversation of conversations) connection.send({ type: "conversation.put", conversation });
  for (const conversationId of deletedIds) connection.send({ type: "conversation.delete", conversationId });
  if (!isComplete && connection.protocolVersion >= 2) connection.send({ type: "account.stale" });
  for (const conversationId of connection.conversationIds) {
    await follow(gateway, connection, { conversationId, cursors: {}, since: since.toISOString() });
  }
}
