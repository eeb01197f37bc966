import type { Database } from "#server/adapters/postgres/database.ts";

/** To be written. */
export type AccountRepository = Record<string, never>;

/** To be written. */
export function createAccountRepository(_database: Database): AccountRepository {
  return {};
}
