import type { Database } from "#server/adapters/postgres/database.ts";

/** To be written. */
export type GenerationRepository = Record<string, never>;

/** To be written. */
export function createGenerationRepository(_database: Database): GenerationRepository {
  return {};
}
