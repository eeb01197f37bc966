import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, type PoolConfig } from "pg";
import { PrismaClient } from "#prisma/generated/client.ts";

/**
 * The doors to one PostgreSQL: `pool` with plain SQL on the hot path, `writePool` for batched
 * writes alone (its few connections pipeline, so that no slow read holds a commit up), `prisma`
 * everywhere else.
 */
export type Database = { pool: Pool; writePool: Pool; prisma: PrismaClient; close: () => Promise<void> };

/** One transaction commits while the next one gathers. More would only make the batches smaller. */
const WRITE_CONNECTIONS = 2;

/** How long anybody waits for a database that does not answer, in milliseconds. */
export type DatabaseLimits = {
  /** For a free connection, and for the server's welcome on a new one. */
  connectMs: number;
  /** For the answer to a query. */
  answerMs: number;
  /** For the answer to a statement of a batch, which takes milliseconds and which many wait for. */
  writeMs: number;
};

const LIMITS: DatabaseLimits = { connectMs: 5_000, answerMs: 15_000, writeMs: 5_000 };

/** A connection that says nothing for so long is asked whether it still stands: routers keep it, and a dead one is noticed. */
const KEEP_ALIVE_AFTER_MS = 10_000;

/**
 * Opens no connection until the first query. `poolSize` is the budget of all doors together, 4 at
 * least. Nobody waits for ever where the server is stopped or the way to it gone: see `DatabaseLimits`. The client keeps
 * them, because a stopped server keeps none and PgBouncer refuses to pass them on. `close` waits for
 * running queries and can be called twice.
 */
export function createDatabase(url: string, poolSize: number, given: Partial<DatabaseLimits> = {}): Database {
  const limits = { ...LIMITS, ...given };
  const writePoolSize = poolSize > 4 ? WRITE_CONNECTIONS : 1;
  const prismaPoolSize = Math.max(1, Math.floor(poolSize / 3));
  const shared = {
    connectionString: url,
    connectionTimeoutMillis: limits.connectMs,
    query_timeout: limits.answerMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
  };
  const pool = createPool({ ...shared, max: poolSize - prismaPoolSize - writePoolSize });
  const writing = { pipeline: true, idleTimeoutMillis: 0, query_timeout: limits.writeMs };
  const writePool = createPool({ ...shared, ...writing, max: writePoolSize });
  const prisma = new PrismaClient({ adapter: new PrismaPg({ ...shared, max: prismaPoolSize }) });
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await Promise.all([pool.end(), writePool.end(), prisma.$disconnect()]);
  };
  return { pool, writePool, prisma, close: () => (closing ??= close()) };
}

function createPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  // A connection that the server cuts, idle or in use, is replaced, and its queries say what happened;
  // without a listener it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
