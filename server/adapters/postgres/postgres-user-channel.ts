import type { Logger } from "#server/ports/logger.ts";
import type { UserChannel } from "#server/ports/user-channel.ts";

/** To be written. Opens its own connection when the first listener comes; `close` ends it. */
export function createPostgresUserChannel(
  _databaseUrl: string,
  _logger: Logger,
): UserChannel & { close: () => Promise<void> } {
  throw new Error("to be written");
}
