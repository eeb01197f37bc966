import type { LogKey } from "#server/ports/generation-log.ts";
import type { QueuedGeneration } from "#server/ports/generation-queue.ts";
import { toColumns } from "./to-columns.ts";
import type { BatchedWrite } from "./write-batcher.ts";

/** Offered again while it waits, it keeps its place; while somebody has it, it is a new offer. */
const OFFER = `insert into queued_generations as q (user_id, generation_id, offered_at)
  select * , clock_timestamp() from unnest($1::uuid[], $2::uuid[])
  on conflict (user_id, generation_id) do update set leased_until = null,
    offered_at = case when q.leased_until is null then q.offered_at else excluded.offered_at end`;

const SETTLE = `delete from queued_generations q
  using unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as i (user_id, generation_id, leased_until)
  where q.user_id = i.user_id and q.generation_id = i.generation_id and q.leased_until = i.leased_until`;

/** Offers of one moment in one statement. */
export const offerWrite: BatchedWrite<LogKey, void> = {
  toStatements: (rows) => [
    {
      name: "queue.offer",
      text: OFFER,
      values: toColumns(eachOnce(rows), ({ userId, generationId }) => [userId, generationId]),
    },
  ],
  toOutcomes: (rows) => rows.map(() => undefined),
};

/** Receipts of one moment in one statement. */
export const settleWrite: BatchedWrite<QueuedGeneration, void> = {
  toStatements: (rows) => [
    {
      name: "queue.settle",
      text: SETTLE,
      values: toColumns(rows, ({ userId, generationId, receipt }) => [userId, generationId, receipt]),
    },
  ],
  toOutcomes: (rows) => rows.map(() => undefined),
};

/** One statement may not touch a row twice; one order everywhere, so that two batches cannot deadlock. */
function eachOnce(rows: readonly LogKey[]): LogKey[] {
  const byId = new Map(rows.map((row) => [`${row.userId} ${row.generationId}`, row]));
  return [...byId].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}
