import type { LoggedPart, LogKey } from "#server/ports/generation-log.ts";
import { toColumns } from "./to-columns.ts";
import type { BatchedWrite } from "./write-batcher.ts";

/** One append: parts with consecutive seqs, written under `epoch`. */
export type Append = { key: LogKey; epoch: number; parts: readonly LoggedPart[] };

type Held = { userId: string; id: string; epoch: number };

/**
 * The fence. Updating the row takes its lock: until the commit nobody can raise the epoch, and a
 * writer of a raised epoch finds no row. It touches no indexed column, so that the update stays on its page.
 */
const CLAIM = `update generations g
  set seq = greatest(g.seq, i.seq), log_epoch = g.epoch
  from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::integer[]) as i (user_id, id, epoch, seq)
  where g.user_id = i.user_id and g.id = i.id and g.epoch = i.epoch and g.status = 'running'
  returning g.user_id as "userId", g.id, g.epoch`;

/** Written only where the claim above holds; an append that is repeated changes nothing. */
const INSERT = `insert into generation_parts (user_id, generation_id, epoch, seq, parts)
  select i.user_id, i.id, i.epoch, i.seq, i.parts
  from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::integer[], $5::jsonb[]) as i (user_id, id, epoch, seq, parts)
  join generations g on g.user_id = i.user_id and g.id = i.id and g.epoch = i.epoch and g.status = 'running'
  on conflict (user_id, generation_id, seq) do nothing`;

/** Appends of many generations in one transaction; the outcome says whether the writer still held its generation. */
export const appendWrite: BatchedWrite<Append, boolean> = {
  toStatements: (rows) => {
    const sorted = rows.toSorted((one, other) => (one.key.generationId < other.key.generationId ? -1 : 1));
    const columns = toColumns(sorted, ({ key, epoch, parts }) => [
      key.userId,
      key.generationId,
      epoch,
      parts.at(-1)?.seq ?? 0,
      JSON.stringify(parts.map(({ part }) => part)),
    ]);
    return [
      { name: "generation-log.claim", text: CLAIM, values: columns.slice(0, 4) },
      { name: "generation-log.insert", text: INSERT, values: columns },
    ];
  },
  toOutcomes: (rows, [claimed]) => {
    const held = new Set(claimed?.rows.map(({ userId, id, epoch }: Held) => `${userId} ${id} ${epoch}`));
    return rows.map(({ key, epoch }) => held.has(`${key.userId} ${key.generationId} ${epoch}`));
  },
};
