import { randomUUID } from "node:crypto";
import { type UserEvent, userEventSchema } from "#contracts/user-event.ts";
import type { Logger } from "#server/ports/logger.ts";
import type { UserChannel } from "#server/ports/user-channel.ts";
import { ListenerMap } from "#server/adapters/listener-map.ts";
import { createNotificationAssembler, splitNotification } from "./notification-pieces.ts";
import { createNotificationSender } from "./notification-sender.ts";
import { StandingClient } from "./standing-client.ts";

const CHANNEL = "polylogue_user_events";

type Listener = (event: UserEvent) => void;

/**
 * The user channel over LISTEN and NOTIFY, on a connection of its own and never inside a write
 * transaction, where a NOTIFY would make all commits queue. Every process hears of everybody and picks
 * its own: one database has not more people than that carries. Listeners of this process get an event
 * at once, without the way through the database. What others publish while the connection is being
 * made again is missed. Needs a session of its own: PgBouncer in transaction mode cannot carry it.
 * Connects at the first use; `close` ends it and can be called twice.
 */
export function createPostgresUserChannel(
  databaseUrl: string,
  logger: Logger,
): UserChannel & { close: () => Promise<void> } {
  const senderId = randomUUID();
  const listeners = new ListenerMap<Listener>();
  const gapListeners = new Set<() => void>();
  const assemble = createNotificationAssembler();
  const client = new StandingClient({
    databaseUrl,
    logger,
    greeting: `listen ${CHANNEL}`,
    onNotification: ({ payload }) => receive(payload ?? ""),
    onReconnected: () => gapListeners.forEach((listener) => listener()),
  });

  const send = createNotificationSender(client, CHANNEL);

  function deliver(userId: string, event: UserEvent): void {
    for (const listener of listeners.of(userId)) {
      try {
        listener(event);
      } catch (error) {
        logger.error({ error, eventType: event.type }, "a listener of the user channel failed");
      }
    }
  }

  function receive(payload: string): void {
    const whole = assemble(payload);
    if (!whole || whole.senderId === senderId) return;
    const event = parseEvent(whole.content);
    if (event) deliver(whole.userId, event);
  }

  return {
    async publish(userId, event) {
      deliver(userId, event);
      const pieces = splitNotification({ senderId, userId, content: JSON.stringify(event) });
      try {
        await send(pieces);
      } catch (error) {
        logger.warn({ error, eventType: event.type }, "an event did not reach the other processes");
      }
    },
    async subscribe(userId, listener) {
      const remove = listeners.add(userId, listener);
      try {
        await client.stand();
      } catch (error) {
        remove();
        throw error;
      }
      return async () => remove();
    },
    onGap: (listener) => {
      gapListeners.add(listener);
      return () => void gapListeners.delete(listener);
    },
    close: () => client.close(),
  };
}

/** Null for what this version does not know: a newer process may already speak of more. */
function parseEvent(content: string): UserEvent | null {
  try {
    return userEventSchema.safeParse(JSON.parse(content)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
