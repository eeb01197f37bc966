import { randomUUID } from "node:crypto";
import { type UserEvent, userEventSchema } from "#contracts/user-event.ts";
import { ListenerMap } from "#server/adapters/listener-map.ts";
import type { UserChannel } from "#server/ports/user-channel.ts";
import type { RedisConnection } from "./redis-connection.ts";
import type { RedisSubscriber } from "./redis-subscriber.ts";

type Listener = (event: UserEvent) => void;

/**
 * The user channel over sharded publish and subscribe: a channel for each person, on the server that the person's
 * id falls to, so that more servers carry more people. Listeners of this process get an event at once, without the way through
 * Redis. What others publish while a server is being replaced is missed, and `onGap` says so.
 */
export function createRedisUserChannel(connection: RedisConnection, subscriber: RedisSubscriber): UserChannel {
  const { client, logger } = connection;
  const senderId = randomUUID();
  const local = new ListenerMap<Listener>();

  function tell(listener: Listener, event: UserEvent): void {
    try {
      listener(event);
    } catch (error) {
      logger.error({ error, eventType: event.type }, "a listener of the user channel failed");
    }
  }

  return {
    async publish(userId, event) {
      for (const listener of local.of(userId)) tell(listener, event);
      // The outage is in the log already, and waiting for its end would hold up whoever publishes.
      if (connection.isAway()) return;
      try {
        await client.spublish(nameChannel(userId), senderId + JSON.stringify(event));
      } catch (error) {
        if (!connection.isAway())
          logger.warn({ error, eventType: event.type }, "an event did not reach the other processes");
      }
    },
    async subscribe(userId, listener) {
      const stop = await subscriber.subscribe(nameChannel(userId), (message) => {
        const event = message.startsWith(senderId) ? null : parseEvent(message.slice(senderId.length));
        if (event) tell(listener, event);
      });
      const remove = local.add(userId, listener);
      return async () => {
        remove();
        stop();
      };
    },
    onGap: (listener) => subscriber.onGap(listener),
  };
}

function nameChannel(userId: string): string {
  return `polylogue:user:{${userId}}`;
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
