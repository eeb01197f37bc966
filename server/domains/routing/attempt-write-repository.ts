import { toColumns } from "#server/adapters/postgres/to-columns.ts";
import type { BatchedWrite } from "#server/adapters/postgres/write-batcher.ts";
import type { AttemptRecord } from "./attempt.ts";

/** A settled attempt stays as it is, whatever comes late or again. */
const RECORD = `insert into attempts as a
    (user_id, generation_id, id, number, kind, model_id, deployment_id, model_name, connection_label, outcome, failure,
     request_id, usage, output_characters, from_part, considered, started_at, first_part_at, ended_at)
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::text[], $10::text[], $11::jsonb[], $12::text[], $13::jsonb[], $14::integer[], $15::integer[], $16::jsonb[],
    $17::timestamptz[], $18::timestamptz[], $19::timestamptz[])
  on conflict (user_id, generation_id, id) do update set outcome = excluded.outcome, failure = excluded.failure,
    request_id = excluded.request_id, usage = excluded.usage, output_characters = excluded.output_characters,
    first_part_at = excluded.first_part_at, ended_at = excluded.ended_at
  where a.ended_at is null`;

/** Attempts that begin or are settled at this moment, in one commit. */
export const attemptWrite: BatchedWrite<AttemptRecord, void> = {
  toStatements: (rows) => {
    const values = toColumns([...latest(rows).values()], toRow);
    return [{ name: "attempts.record", text: RECORD, values }];
  },
  toOutcomes: (rows) => rows.map(() => undefined),
};

/** Each attempt once, as it was told last and in one order everywhere: one statement may not touch a row twice. */
function latest(rows: readonly AttemptRecord[]): Map<string, AttemptRecord> {
  const byId = new Map(rows.map((row) => [`${row.userId} ${row.generationId} ${row.attempt.id}`, row]));
  return new Map([...byId].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function toRow({ userId, generationId, attempt }: AttemptRecord): unknown[] {
  const at = (time: number | null): Date | null => (time === null ? null : new Date(time));
  return [
    userId,
    generationId,
    attempt.id,
    attempt.number,
    attempt.kind,
    attempt.modelId,
    attempt.deploymentId,
    attempt.modelName,
    attempt.connectionLabel,
    attempt.outcome,
    attempt.failure && JSON.stringify(attempt.failure),
    attempt.requestId,
    attempt.usage && JSON.stringify(attempt.usage),
    attempt.outputCharacters,
    attempt.fromPart,
    JSON.stringify(attempt.considered),
    at(attempt.startedAt),
    at(attempt.firstPartAt),
    at(attempt.endedAt),
  ];
}
