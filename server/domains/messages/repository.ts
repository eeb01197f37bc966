import type { Database } from "#server/adapters/postgres/database.ts";

/** To be written. */
export type MessageRepository = Record<string, never>;

/** To be written. */
export function createMessageRepository(_database: Database): MessageRepository {
  return {};
}
