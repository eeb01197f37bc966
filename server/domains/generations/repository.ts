import type { Pool } from "pg";
import type { Database } from "#server/adapters/postgres/database.ts";
import { createWriteBatcher } from "#server/adapters/postgres/write-batcher.ts";
import { endWrite } from "./end-write-repository.ts";
import { type BeatAnswer, beatGently } from "./beat-repository.ts";
import { beginAgainText } from "./begin-again-repository.ts";
import type {
  ClaimedGeneration,
  GenerationRecord,
  IdleGeneration,
  Outcome,
  Segment,
  StoredGeneration,
} from "./generation.ts";

/** Names a generation as its writer knows it. */
type Claim = Pick<GenerationRecord, "userId" | "id" | "epoch">;

/** The generations of one person, and what their writers need. */
export type GenerationRepository = {
  find(userId: string, id: string): Promise<StoredGeneration | null>;
  listRunning(userId: string, conversationId: string): Promise<GenerationRecord[]>;
  /** Null when there is none or it has ended. Safe to repeat. */
  requestStop(userId: string, id: string): Promise<GenerationRecord | null>;
  /** The same for all that is under way in a conversation; returns what that is. Safe to repeat. */
  requestStopIn(userId: string, conversationId: string): Promise<GenerationRecord[]>;
  /**
   * Stores the outcome in generation, answer and conversation at once, with all who end something at
   * this moment. False when the record's epoch is over: then nothing is stored.
   */
  end(record: GenerationRecord, outcome: Outcome): Promise<boolean>;
  /** Says that these live; returns those that are still the caller's, with whether a person wants them stopped. */
  beat(claims: readonly Claim[]): Promise<BeatAnswer[]>;
  /** Generations of anybody that nobody has written for so long, by the database's clock, the longest first. */
  listIdle(bounds: IdleBounds, limit: number): Promise<IdleGeneration[]>;
  /** One that waits in the queue; null when it does not, or is not there. */
  findQueued(userId: string, id: string): Promise<IdleGeneration | null>;
  /**
   * Makes this process the writer: raises the epoch, which shuts a former writer out. Null when somebody else was first, or the
   * writer that was thought dead lives.
   */
  claim(idle: IdleGeneration, staleAfterMs: number): Promise<ClaimedGeneration | null>;
  /** Raises the epoch of what the caller writes, so that readers begin anew; null where it is not the caller's any more. */
  raiseEpoch(record: GenerationRecord): Promise<GenerationRecord | null>;
  /** Writes down which pieces it is made of by now. */
  saveSegments(claim: Claim, segments: readonly Segment[]): Promise<void>;
  listSegments(userId: string, id: string): Promise<Segment[]>;
  /** Puts it back into the queue, for another process to claim. False when it is not the caller's any more. Safe to repeat. */
  release(claim: Claim): Promise<boolean>;
  /**
   * Begins another generation for an answer that is over, in one commit: the answer is running again, with what it has.
   * False where the answer is not as it was when it was read. Safe to repeat.
   */
  beginAgain(record: GenerationRecord, formerGenerationId: string): Promise<boolean>;
  /** Removes the log of generations that ended so long ago; returns how many rows went. */
  deleteEndedLogs(endedBeforeMs: number): Promise<number>;
};

const RECORD = `user_id as "userId", id, conversation_id as "conversationId", answer_id as "answerId",
  parent_id as "parentId", model_id as "modelId", epoch, created_at as "createdAt"`;

const FIND = `select ${RECORD}, status, seq from generations where user_id = $1 and id = $2`;

/** How long a generation may stand without a writer before others look for it, by its state. */
type IdleBounds = { staleAfterMs: number; queueLostAfterMs: number };

const UNDER_WAY = `status in ('queued', 'running')`;

const LIST_RUNNING = `select ${RECORD} from generations
  where user_id = $1 and conversation_id = $2 and ${UNDER_WAY} order by created_at, id`;

/** The first wish counts. Not `coalesce`: a cluster takes no now() in one. */
const requestStopText = (column: "id" | "conversation_id"): string =>
  `update generations set stop_requested_at = least(stop_requested_at, now())
   where user_id = $1 and ${column} = $2 and ${UNDER_WAY} returning ${RECORD}`;
const REQUEST_STOP = requestStopText("id");
const REQUEST_STOP_IN = requestStopText("conversation_id");

const IDLE = `user_id as "userId", id, epoch, status,
  greatest(0, floor(extract(epoch from now() - heartbeat_at) * 1000))::integer as "silentMs"`;

const ago = (parameter: string): string => `now() - make_interval(secs => ${parameter}::double precision / 1000)`;

const LIST_IDLE = `select ${IDLE} from generations
  where status = 'running' and heartbeat_at < ${ago("$1")} or status = 'queued' and heartbeat_at < ${ago("$2")}
  order by heartbeat_at limit $3`;

const FIND_QUEUED = `select ${IDLE} from generations where user_id = $1 and id = $2 and status = 'queued'`;

const CLAIM = `update generations set epoch = epoch + 1, status = 'running', heartbeat_at = now()
  where user_id = $1 and id = $2 and epoch = $3 and (status = 'queued' or status = 'running' and heartbeat_at < ${ago("$4")})
  returning ${RECORD}, stop_requested_at is not null as "isStopRequested"`;

const RAISE_EPOCH = `update generations set epoch = epoch + 1, heartbeat_at = now()
  where user_id = $1 and id = $2 and epoch = $3 and status = 'running' returning ${RECORD}`;

const SAVE_SEGMENTS = `update generations set segments = $4::jsonb where user_id = $1 and id = $2 and epoch = $3`;

const RELEASE = `update generations set status = 'queued', heartbeat_at = now()
  where user_id = $1 and id = $2 and epoch = $3 and ${UNDER_WAY} returning id`;

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
    requestStopIn: (userId, conversationId) => query("request-stop-in", REQUEST_STOP_IN, [userId, conversationId]),
    end: (record, outcome) => end({ record, outcome }),
    beat: (claims) => beatGently(pool, claims),
    listIdle: ({ staleAfterMs, queueLostAfterMs }, limit) =>
      query("list-idle", LIST_IDLE, [staleAfterMs, queueLostAfterMs, limit]),
    findQueued: async (userId, id) =>
      (await query<IdleGeneration>("find-queued", FIND_QUEUED, [userId, id]))[0] ?? null,
    claim: async (idle, staleAfterMs) => {
      const values = [idle.userId, idle.id, idle.epoch, staleAfterMs];
      const [claimed] = await query<GenerationRecord & { isStopRequested: boolean }>("claim", CLAIM, values);
      if (!claimed) return null;
      const { isStopRequested, ...record } = claimed;
      return { record, isStopRequested, silentMs: idle.silentMs, reason: toReason(idle) };
    },
    raiseEpoch: async ({ userId, id, epoch }) =>
      (await query<GenerationRecord>("raise-epoch", RAISE_EPOCH, [userId, id, epoch]))[0] ?? null,
    saveSegments: async ({ userId, id, epoch }, segments) =>
      void (await query("save-segments", SAVE_SEGMENTS, [userId, id, epoch, JSON.stringify(segments)])),
    listSegments: async (userId, id) => {
      const text = "select segments from generations where user_id = $1 and id = $2";
      return (await query<{ segments: Segment[] }>("list-segments", text, [userId, id]))[0]?.segments ?? [];
    },
    release: async ({ userId, id, epoch }) => (await query("release", RELEASE, [userId, id, epoch])).length > 0,
    beginAgain: async (record, formerGenerationId) => {
      const { userId, id, conversationId, answerId, parentId, modelId, createdAt } = record;
      const values = [userId, id, conversationId, answerId, parentId, modelId, createdAt, formerGenerationId];
      return (await query("begin-again", beginAgainText, values)).length > 0;
    },
    deleteEndedLogs: async (endedBeforeMs) => (await pool.query(DELETE_ENDED_LOGS, [endedBeforeMs])).rowCount ?? 0,
  };
}

function toReason({ status, epoch }: IdleGeneration): Segment["reason"] {
  if (status === "running") return "abandoned";
  return epoch === 0 ? "queued" : "handed-over";
}

function named(pool: Pool) {
  return async <Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> =>
    (await pool.query<Row>({ name: `generations.${name}`, text, values })).rows;
}
