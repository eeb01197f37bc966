import { toColumns } from "#server/adapters/postgres/to-columns.ts";
import type { BatchedWrite } from "#server/adapters/postgres/write-batcher.ts";

/** One single-use token that is being used. */
type Spending = { userId: string; tokenId: string; expiresAt: Date };

const SPEND = `insert into spent_tokens (user_id, id, expires_at)
  select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) on conflict do nothing returning user_id as "userId", id`;

/**
 * Tokens that are used at this moment, in one commit: a handshake is one. The outcome says whether it was the first use. A
 * batch whose acknowledgement was lost counts as used: whoever held the token fetches another one.
 */
export const spendWrite: BatchedWrite<Spending, boolean> = {
  toStatements: (rows) => {
    const values = toColumns(rows, ({ userId, tokenId, expiresAt }) => [userId, tokenId, expiresAt]);
    return [{ name: "accounts.spend-tokens", text: SPEND, values }];
  },
  toOutcomes: (rows, [spent]) => {
    const first = new Set(spent?.rows.map((row: { userId: string; id: string }) => `${row.userId} ${row.id}`));
    return rows.map(({ userId, tokenId }) => first.delete(`${userId} ${tokenId}`));
  },
};
