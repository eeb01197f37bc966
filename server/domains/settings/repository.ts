import type { Database } from "#server/adapters/postgres/database.ts";

/** To be written. */
export type SettingsRepository = Record<string, never>;

/** To be written. */
export function createSettingsRepository(_database: Database): SettingsRepository {
  return {};
}
