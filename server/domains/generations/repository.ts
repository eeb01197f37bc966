import type { Pool } from "pg";
import type { Database } from "#server/adapters/postgres/database.ts";
import { createWriteBatcher } from "#server/adapters/postgres/write-batcher.ts";
import { endWrite } from "./end-write-repository.ts";
import type { GenerationRecord, Outcome, StoredGeneration } from "./generation.ts";

/** Names a generation as its writer knows it. */
type Claim = Pick<GenerationRecord, "userId" | "id" | "epoch">;

/** The generations of one person, and what their writers need. */
export type GenerationRepository = {
  find(userId: string, id: string): Promise<StoredGeneration | null>;
  listRunning(userId: string, conversationId: string): Promise<GenerationRecord[]>;
  /** Null when there is none or it has ended. Safe to repeat. */
  requestStop(userId: string, id: string): Promise<GenerationRecord | null>;
  /**
   * Stores the outcome in generation, answer and conversation at once, with all who end something at
   * this moment. False when the record's epoch is over: then nothing is stored.
   */
  end(record: GenerationRecord, outcome: Outcome): Promise<boolean>;
  /** Says that these live; returns those that are still the caller's, with whether a person wants them stopped. */
  beat(claims: readonly Claim[]): Promise<{ userId: string; id: string; isStopRequested: boolean }[]>;
  /** Generations of anybody that have not beaten for so long, by the database's clock. */
  listStale(staleAfterMs: number, limit: number): Promise<GenerationRecord[]>;
  /** Raises the epoch of a stale generation, which shuts its former writer out. Null when it is not stale any more. */
  claimStale(stale: Claim, staleAfterMs: number): Promise<GenerationRecord | null>;
  /** Removes the log of generations that ended so long ago; returns how many rows went. */
  deleteEndedLogs(endedBeforeMs: number): Promise<number>;
};

const RECORD = `user_id as "userId", id, conversation_id as "conversationId", answer_id as "answerId",
  parent_id as "parentId", model_id as "modelId", epoch, created_at as "createdAt"`;

const FIND = `select ${RECORD}, status, seq from generations where user_id = $1 and id = $2`;

const LIST_RUNNING = `select ${RECORD} from generations
  where user_id = $1 and conversation_id = $2 and status = 'running' order by created_at, id`;

const REQUEST_STOP = `update generations set stop_requested_at = coalesce(stop_requested_at, now())
  where user_id = $1 and id = $2 and status = 'running' returning ${RECORD}`;

const BEAT = `update generations g set heartbeat_at = now()
  from unnest($1::uuid[], $2::uuid[], $3::integer[]) as i (user_id, id, epoch)
  where g.user_id = i.user_id and g.id = i.id and g.epoch = i.epoch and g.status = 'running'
  returning g.user_id as "userId", g.id, g.stop_requested_at is not null as "isStopRequested"`;

const IS_STALE = `status = 'running' and heartbeat_at < now() - make_interval(secs => $1::double precision / 1000)`;

const LIST_STALE = `select ${RECORD} from generations where ${IS_STALE} order by heartbeat_at limit $2`;

const CLAIM_STALE = `update generations set epoch = epoch + 1, heartbeat_at = now()
  where ${IS_STALE} and user_id = $2 and id = $3 and epoch = $4 returning ${RECORD}`;

const DELETE_ENDED_LOGS = `delete from generation_parts p using generations g
  where g.user_id = p.user_id and g.id = p.generation_id
    and g.ended_at < now() - make_interval(secs => $1::double precision / 1000)`;

/** The generations in PostgreSQL. What concerns time reads the database's clock: processes need not agree on theirs. */
export function createGenerationRepository(database: Pick<Database, "pool" | "writePool">): GenerationRepository {
  const { pool } = database;
  const end = createWriteBatcher(database.writePool, endWrite);
  const query = named(pool);
  return {
    find: async (userId, id) => (await query<StoredGeneration>("find", FIND, [userId, id]))[0] ?? null,
    listRunning: (userId, conversationId) => query("list-running", LIST_RUNNING, [userId, conversationId]),
    requestStop: async (userId, id) =>
      (await query<GenerationRecord>("request-stop", REQUEST_STOP, [userId, id]))[0] ?? null,
    end: (record, outcome) => end({ record, outcome }),
    beat: (claims) =>
      query("beat", BEAT, [
        claims.map(({ userId }) => userId),
        claims.map(({ id }) => id),
        claims.map(({ epoch }) => epoch),
      ]),
    listStale: (staleAfterMs, limit) => query("list-stale", LIST_STALE, [staleAfterMs, limit]),
    claimStale: async ({ userId, id, epoch }, staleAfterMs) =>
      (await query<GenerationRecord>("claim-stale", CLAIM_STALE, [staleAfterMs, userId, id, epoch]))[0] ?? null,
    deleteEndedLogs: async (endedBeforeMs) => (await pool.query(DELETE_ENDED_LOGS, [endedBeforeMs])).rowCount ?? 0,
  };
}

function named(pool: Pool) {
  return async <Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> =>
    (await pool.query<Row>({ name: `generations.${name}`, text, values })).rows;
}
