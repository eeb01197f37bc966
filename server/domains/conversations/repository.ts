import type { Database } from "#server/adapters/postgres/database.ts";

/** To be written. */
export type ConversationRepository = Record<string, never>;

/** To be written. */
export function createConversationRepository(_database: Database): ConversationRepository {
  return {};
}
