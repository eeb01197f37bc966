import { setTimeout as pause } from "node:timers/promises";
import { Duplex } from "node:stream";
import type { Pool, PoolClient, QueryConfig, QueryResult } from "pg";
import { isRowFault, isWorthRepeating } from "./postgres-fault.ts";

/** How the rows of one kind are written together. */
export type BatchedWrite<Row, Outcome> = {
  /** One statement for each table, all rows of the batch in it (`unnest`). Must be safe to repeat: `on conflict`. */
  toStatements: (rows: readonly Row[]) => QueryConfig[];
  /** One outcome for each row, in order, from the statements' results. */
  toOutcomes: (rows: readonly Row[], results: readonly QueryResult[]) => Outcome[];
};

type Waiting<Row, Outcome> = { row: Row; resolve: (outcome: Outcome) => void; reject: (reason: unknown) => void };

/**
 * For so long a transaction is repeated whose connection breaks again and again, as while a database restarts;
 * once in any case. Below the time after which a generation counts as dead, or its writer waits for nothing.
 */
const REPEAT_WITHIN_MS = 1_500;
const REPEAT_AFTER_MS = 100;

/** Above this a batch only makes those behind it wait longer. */
const ROWS_MAX = 512;

/**
 * Group commit: whoever calls the returned function while another commit is on its way waits for
 * the next one, and all who wait share one transaction, so that the cost of a durable commit is
 * paid once for all of them. It resolves after the commit. A row that the database refuses fails
 * alone: its batch is halved until it stands by itself. A transaction that a broken connection or a
 * deadlock ended is repeated for a second and a half, though it may have been committed: the statements must tell by
 * their rows whose they are, not by having written them just now. `pool` must pipeline (`Database.writePool`): a whole transaction is one round trip.
 */
export function createWriteBatcher<Row, Outcome>(
  pool: Pool,
  write: BatchedWrite<Row, Outcome>,
): (row: Row) => Promise<Outcome> {
  let waiting: Waiting<Row, Outcome>[] = [];
  let freeLanes = pool.options.max;

  function startLanes(): void {
    while (freeLanes > 0 && waiting.length > 0) {
      const batch = waiting.slice(0, ROWS_MAX);
      waiting = waiting.slice(ROWS_MAX);
      freeLanes--;
      void settle(batch).finally(() => {
        freeLanes++;
        startLanes();
      });
    }
  }

  async function settle(batch: readonly Waiting<Row, Outcome>[]): Promise<void> {
    try {
      const outcomes = await commitPersistently(batch.map(({ row }) => row));
      for (const [index, outcome] of outcomes.entries()) batch[index]?.resolve(outcome);
    } catch (error) {
      if (batch.length === 1 || !isRowFault(error)) return batch.forEach(({ reject }) => reject(error));
      const middle = batch.length >> 1;
      await settle(batch.slice(0, middle));
      await settle(batch.slice(middle));
    }
  }

  async function commitPersistently(rows: readonly Row[]): Promise<Outcome[]> {
    const until = performance.now() + REPEAT_WITHIN_MS;
    for (let repeats = 0; ; repeats++) {
      try {
        return await commit(rows);
      } catch (error) {
        if (!isWorthRepeating(error) || (repeats > 0 && performance.now() > until)) throw error;
      }
      // The first time at once: often only this connection broke.
      if (repeats > 0) await pause(REPEAT_AFTER_MS * (0.5 + Math.random()));
    }
  }

  async function commit(rows: readonly Row[]): Promise<Outcome[]> {
    return write.toOutcomes(rows, await runTransaction(pool, write.toStatements(rows)));
  }

  return (row) =>
    new Promise((resolve, reject) => {
      // Those who come in the same turn of the event loop share the first batch already.
      if (waiting.push({ row, resolve, reject }) === 1) setImmediate(startLanes);
    });
}

async function runTransaction(pool: Pool, statements: readonly QueryConfig[]): Promise<QueryResult[]> {
  const client = await pool.connect();
  const release = holdWrites(client);
  const sent = [{ text: "begin" }, ...statements, { text: "commit" }].map((statement) => client.query(statement));
  release();
  const answers = await Promise.allSettled(sent);
  // The first failure is the cause; those behind it only say that the transaction is over.
  const failure = answers.find((answer) => answer.status === "rejected");
  client.release(failure !== undefined && !isRowFault(failure.reason));
  if (failure) throw failure.reason;
  return answers.slice(1, -1).flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
}

/** Lets what is written to the connection until the returned function is called leave in one system call. */
function holdWrites(client: PoolClient): () => void {
  const stream = "connection" in client ? streamOf(client.connection) : null;
  stream?.cork();
  return () => stream?.uncork();
}

/** Not in the types of pg. */
function streamOf(connection: unknown): Duplex | null {
  if (typeof connection !== "object" || connection === null || !("stream" in connection)) return null;
  return connection.stream instanceof Duplex ? connection.stream : null;
}
