import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "#prisma/generated/client.ts";

/** The two doors to one PostgreSQL: `pool` with plain SQL on the hot path, `prisma` everywhere else. */
export type Database = { pool: Pool; prisma: PrismaClient; close: () => Promise<void> };

/**
 * Opens no connection until the first query. `poolSize` is the budget of both doors together.
 * `close` waits for running queries and can be called twice.
 */
export function createDatabase(url: string, poolSize: number): Database {
  const prismaPoolSize = Math.max(1, Math.floor(poolSize / 3));
  const pool = new Pool({ connectionString: url, max: poolSize - prismaPoolSize });
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: prismaPoolSize }) });
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await Promise.all([pool.end(), prisma.$disconnect()]);
  };
  return { pool, prisma, close: () => (closing ??= close()) };
}
