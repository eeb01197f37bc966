import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "#prisma/generated/client.ts";

/**
 * The doors to one PostgreSQL: `pool` with plain SQL on the hot path, `writePool` for batched
 * writes alone (its few connections pipeline, so that no slow read holds a commit up), `prisma`
 * everywhere else.
 */
export type Database = { pool: Pool; writePool: Pool; prisma: PrismaClient; close: () => Promise<void> };

/** One transaction commits while the next one gathers. More would only make the batches smaller. */
const WRITE_CONNECTIONS = 2;

/**
 * Opens no connection until the first query. `poolSize` is the budget of all doors together, 4 at
 * least. `close` waits for running queries and can be called twice.
 */
export function createDatabase(url: string, poolSize: number): Database {
  const writePoolSize = poolSize > 4 ? WRITE_CONNECTIONS : 1;
  const prismaPoolSize = Math.max(1, Math.floor(poolSize / 3));
  const pool = createPool({ connectionString: url, max: poolSize - prismaPoolSize - writePoolSize });
  const writePool = createPool({ connectionString: url, max: writePoolSize, pipeline: true, idleTimeoutMillis: 0 });
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: prismaPoolSize }) });
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await Promise.all([pool.end(), writePool.end(), prisma.$disconnect()]);
  };
  return { pool, writePool, prisma, close: () => (closing ??= close()) };
}

function createPool(config: ConstructorParameters<typeof Pool>[0]): Pool {
  const pool = new Pool(config);
  // A connection that the server cuts, idle or in use, is replaced, and its queries say what happened;
  // without a listener it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
