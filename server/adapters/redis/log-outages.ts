import type { RedisClient } from "./redis-connection.ts";
import type { Logger } from "#server/ports/logger.ts";

/** An error that comes this long after the one before it belongs to another outage. */
const QUIET_MS = 10_000;

/** Watches a client; `isFailing` tells whether its last attempt to connect failed. */
export type OutageLog = { watch: (client: RedisClient) => void; isFailing: (client: RedisClient) => boolean };

/**
 * Brings the errors of clients to the log: the first of an outage, not one for each attempt and each
 * client, and a line when the server answers again.
 */
export function logOutages(logger: Logger): OutageLog {
  const failing = new Set<RedisClient>();
  let lastErrorAt = -Infinity;

  function warn(error: unknown): void {
    const now = performance.now();
    const isNew = now - lastErrorAt > QUIET_MS;
    lastErrorAt = now;
    if (isNew) logger.warn({ error }, "Redis cannot be reached; it is tried again");
  }

  function recover(client: RedisClient): void {
    if (!failing.delete(client) || failing.size > 0) return;
    lastErrorAt = -Infinity;
    logger.info({}, "Redis answers again");
  }

  function watch(client: RedisClient): void {
    client.on("error", (error) => {
      failing.add(client);
      warn(error);
    });
    // A cluster goes on without one of its servers.
    client.on("node error", warn);
    client.on("ready", () => recover(client));
    client.on("end", () => failing.delete(client));
  }

  return { watch, isFailing: (client) => failing.has(client) };
}
