import { toColumns } from "#server/adapters/postgres/to-columns.ts";
import type { BatchedWrite } from "#server/adapters/postgres/write-batcher.ts";
import type { GenerationRecord, Outcome } from "./generation.ts";

/** One generation that ends. */
export type Ending = { record: GenerationRecord; outcome: Outcome };

/**
 * First, because it takes the lock: whoever raises the epoch waits until the outcome is stored, or had been earlier and
 * shuts it out. An end that this very writer stored already is told as stored: its acknowledgement was lost.
 */
const GENERATIONS = `update generations g set status = i.status, seq = i.seq, ended_at = i.ended_at,
    first_part_at = coalesce(g.first_part_at, i.first_part_at), segments = i.segments
  from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[], $5::integer[], $6::timestamptz[], $7::timestamptz[], $8::jsonb[])
    as i (user_id, id, epoch, status, seq, first_part_at, ended_at, segments)
  where g.user_id = i.user_id and g.id = i.id and g.epoch = i.epoch
    and (g.status = 'running' or g.status = i.status and g.ended_at = i.ended_at)
  returning g.user_id as "userId", g.id, g.epoch`;

/**
 * Only where the statement above took: the generation has this epoch, and has ended. And only while the answer is still this
 * generation's: where an end is repeated, the person may have gone on with the answer meanwhile, in another one.
 */
const MESSAGES = `update messages m set status = i.status, parts = i.parts, usage = i.usage,
    finish_reason = i.finish_reason, error = i.error, ended_at = i.ended_at
  from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::uuid[], $5::uuid[], $6::text[], $7::jsonb[], $8::jsonb[],
    $9::text[], $10::jsonb[], $11::timestamptz[])
    as i (user_id, id, epoch, conversation_id, answer_id, status, parts, usage, finish_reason, error, ended_at)
  join generations g on g.user_id = i.user_id and g.id = i.id and g.epoch = i.epoch and g.status = i.status
  where m.user_id = i.user_id and m.conversation_id = i.conversation_id and m.id = i.answer_id and m.generation_id = i.id and m.status = 'running'`;

/** An answer that ends moves its conversation up, for whoever sorts by what happened last. */
const CONVERSATIONS = `update conversations c set updated_at = greatest(c.updated_at, i.ended_at),
    answered_at = greatest(c.answered_at, i.ended_at), changed_at = now()
  from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as i (user_id, id, ended_at)
  where c.user_id = i.user_id and c.id = i.id and c.deleted_at is null`;

/** The durable end of answers, all who end at this moment in one transaction. The outcome says whether the writer still held its generation. */
export const endWrite: BatchedWrite<Ending, boolean> = {
  toStatements: (rows) => [
    { name: "endings.generations", text: GENERATIONS, values: toColumns(byId(rows), generationValues) },
    { name: "endings.messages", text: MESSAGES, values: toColumns(byId(rows), messageValues) },
    { name: "endings.conversations", text: CONVERSATIONS, values: conversationColumns(rows) },
  ],
  toOutcomes: (rows, [ended]) => {
    const stored = new Set(ended?.rows.map(({ userId, id, epoch }: GenerationRecord) => `${userId} ${id} ${epoch}`));
    return rows.map(({ record: { userId, id, epoch } }) => stored.has(`${userId} ${id} ${epoch}`));
  },
};

/** One order of locks everywhere, so that two batches cannot deadlock. */
function byId(rows: readonly Ending[]): Ending[] {
  return rows.toSorted((one, other) => (one.record.id < other.record.id ? -1 : 1));
}

function generationValues({ record, outcome }: Ending): unknown[] {
  const { status, seq, firstPartAt, endedAt, segments } = outcome;
  return [record.userId, record.id, record.epoch, status, seq, firstPartAt, endedAt, JSON.stringify(segments)];
}

function messageValues({ record, outcome }: Ending): unknown[] {
  const { status, parts, usage, finishReason, error, endedAt } = outcome;
  return [
    record.userId,
    record.id,
    record.epoch,
    record.conversationId,
    record.answerId,
    status,
    JSON.stringify(parts),
    usage && JSON.stringify(usage),
    finishReason,
    error && JSON.stringify(error),
    endedAt,
  ];
}

/** Each conversation once, the latest end of the batch winning. */
function conversationColumns(rows: readonly Ending[]): unknown[][] {
  const inOrder = rows.toSorted((one, other) => one.outcome.endedAt.getTime() - other.outcome.endedAt.getTime());
  const latest = new Map(inOrder.map((row) => [`${row.record.userId} ${row.record.conversationId}`, row]));
  const sorted = [...latest].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  return toColumns(sorted, ({ record, outcome }) => [record.userId, record.conversationId, outcome.endedAt]);
}
