import type { Database } from "#server/adapters/postgres/database.ts";

/** How many answers were asked for, and how many calls were made beyond one for each. */
export type CallCounts = { answers: number; extra: number };

/** Of one model of the provider, by what was written down. */
export async function countCalls({ pool }: Pick<Database, "pool">, modelName: string): Promise<CallCounts> {
  const { rows } = await pool.query<CallCounts>(
    `select count(*) filter (where kind = 'first')::integer as answers,
       count(*) filter (where kind <> 'first')::integer as extra from attempts where model_name = $1`,
    [modelName],
  );
  return rows[0] ?? { answers: 0, extra: 0 };
}
