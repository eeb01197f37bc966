import type { Database } from "#server/adapters/postgres/database.ts";

/** To be written. */
export type CatalogRepository = Record<string, never>;

/** To be written. */
export function createCatalogRepository(_database: Database): CatalogRepository {
  return {};
}
