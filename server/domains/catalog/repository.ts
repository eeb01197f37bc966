import type { Database } from "#server/adapters/postgres/database.ts";
import type { ConnectionStore } from "./catalog.ts";
import { createInstanceConnectionRepository } from "./instance-connection-repository.ts";
import { createPersonalConnectionRepository } from "./personal-connection-repository.ts";

/** Every stored connection, by whose it is: a person's are reached only through their id. */
export type CatalogRepository = { instance: ConnectionStore; personal: (userId: string) => ConnectionStore };

/** The connections in PostgreSQL. */
export function createCatalogRepository(database: Pick<Database, "pool" | "prisma">): CatalogRepository {
  return {
    instance: createInstanceConnectionRepository(database),
    personal: (userId) => createPersonalConnectionRepository(database, userId),
  };
}
