import type { Database } from "#server/adapters/postgres/database.ts";
import { createWriteBatcher } from "#server/adapters/postgres/write-batcher.ts";
import type { AttemptRecord } from "./attempt.ts";
import { MEASURE, type MeasuredMinute } from "./measure-attempts-repository.ts";
import { type StoredAttempt, storedAttemptSchema } from "./schema.ts";
import { attemptWrite } from "./attempt-write-repository.ts";

/** Every call to a provider. */
export type AttemptRepository = {
  /** Writes it as it begins and again as it is settled, with all who write at this moment. What is settled stays as it is. Safe to repeat. */
  record(record: AttemptRecord): Promise<void>;
  /** The calls of the answer that this generation or another one wrote, in the order in which they began, at most `limit`. */
  list(userId: string, generationId: string, limit: number): Promise<StoredAttempt[]>;
  /** The calls of the last minutes, of everybody, by deployment and minute, from the newest `callsMax` of them. For administrators. */
  measure(minutes: number, callsMax: number): Promise<MeasuredMinute[]>;
};

const LIST = `select id, number, kind, model_id as "modelId", deployment_id as "deploymentId", model_name as "modelName",
    connection_label as "connectionLabel", outcome, failure, request_id as "requestId", usage,
    output_characters as "outputCharacters", from_part as "fromPart", considered, started_at as "startedAt",
    first_part_at as "firstPartAt", ended_at as "endedAt"
  from attempts where user_id = $1 and generation_id in (
    select $2::uuid union all
    select other.id from generations own
      join generations other on other.user_id = own.user_id and other.answer_id = own.answer_id
    where own.user_id = $1 and own.id = $2)
  order by started_at, number limit $3`;

/** The attempts in PostgreSQL. */
export function createAttemptRepository({ pool, writePool }: Pick<Database, "pool" | "writePool">): AttemptRepository {
  const record = createWriteBatcher(writePool, attemptWrite);
  return {
    record,
    async list(userId, generationId, limit) {
      const { rows } = await pool.query({ name: "attempts.list", text: LIST, values: [userId, generationId, limit] });
      return rows.map((row) => storedAttemptSchema.parse(row));
    },
    async measure(minutes, callsMax) {
      const query = { name: "attempts.measure", text: MEASURE, values: [minutes, callsMax] };
      return (await pool.query<MeasuredMinute>(query)).rows;
    },
  };
}
