import { setTimeout as wait } from "node:timers/promises";
import type { Takeover } from "#scripts/chaos/checker/evidence.ts";
import type { Database } from "#server/adapters/postgres/database.ts";

type Row = { id: string; epoch: number; heartbeatMs: number };

const LOOK_EVERY_MS = 60;

const LIST = `select id, epoch, (extract(epoch from heartbeat_at) * 1000)::double precision as "heartbeatMs"
  from generations where heartbeat_at > now() - interval '60 seconds'`;

/**
 * Measures from outside how soon what stopped beating is claimed, by the database's own clock: the first heartbeat that
 * is seen of an epoch, less the last that was seen of the epoch before. What happens between two looks makes a delay at
 * most one look longer. A database that is away is looked at again later.
 */
export class TakeoverWatch {
  readonly takeovers: Takeover[] = [];
  readonly #pool: Database["pool"];
  readonly #last = new Map<string, Row>();
  readonly #finished: Promise<void>;
  #isStopping = false;

  constructor(pool: Database["pool"]) {
    this.#pool = pool;
    this.#finished = this.#watch();
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#finished;
  }

  async #watch(): Promise<void> {
    for (; !this.#isStopping; await wait(LOOK_EVERY_MS)) {
      try {
        const { rows } = await this.#pool.query<Row>(LIST);
        for (const row of rows) this.#see(row);
      } catch {
        // PostgreSQL is being struck; the next look sees what became of it.
      }
    }
  }

  #see(row: Row): void {
    const before = this.#last.get(row.id);
    this.#last.set(row.id, row);
    if (!before || row.epoch <= before.epoch) return;
    this.takeovers.push({ generationId: row.id, epoch: row.epoch, delayMs: row.heartbeatMs - before.heartbeatMs });
  }
}
