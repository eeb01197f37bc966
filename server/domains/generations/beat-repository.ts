import { DatabaseError, type Pool, type PoolClient } from "pg";
import type { GenerationRecord } from "./generation.ts";

/** Which of the generations are still the caller's, and whether a person wants them stopped. */
export type BeatAnswer = { userId: string; id: string; isStopRequested: boolean };

const BEAT = `update generations g set heartbeat_at = now()
  from unnest($1::uuid[], $2::uuid[], $3::integer[]) as i (user_id, id, epoch)
  where g.user_id = i.user_id and g.id = i.id and g.epoch = i.epoch and g.status = 'running'
  returning g.user_id as "userId", g.id, g.stop_requested_at is not null as "isStopRequested"`;

/**
 * It holds the rows that it has while it waits for the others, and so does an append to many logs, in an order that
 * neither of them chooses. Must stay far below deadlock_timeout (a second), for which every append would stand.
 */
const LOCK_TIMEOUT = "set local lock_timeout = '50ms'";
const ATTEMPTS_MAX = 20;

/** Says that these generations live, and finds those that are still the caller's. Gives way to appends, and tries again. */
export async function beatGently(
  pool: Pool,
  claims: readonly Pick<GenerationRecord, "userId" | "id" | "epoch">[],
): Promise<BeatAnswer[]> {
  const values = [claims.map(({ userId }) => userId), claims.map(({ id }) => id), claims.map(({ epoch }) => epoch)];
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    try {
      const answers = await beat(client, values);
      client.release();
      return answers;
    } catch (error) {
      // Ends the transaction with its connection; it is made anew, which happens seldom.
      client.release(true);
      if (attempt === ATTEMPTS_MAX || !hasMetALock(error)) throw error;
    }
  }
}

async function beat(client: PoolClient, values: unknown[]): Promise<BeatAnswer[]> {
  await client.query("begin");
  await client.query(LOCK_TIMEOUT);
  const { rows } = await client.query<BeatAnswer>({ name: "generations.beat", text: BEAT, values });
  await client.query("commit");
  return rows;
}

/** lock_not_available and deadlock_detected. */
function hasMetALock(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === "55P03" || error.code === "40P01");
}
