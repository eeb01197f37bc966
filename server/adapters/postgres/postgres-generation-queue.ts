import type { Database } from "#server/adapters/postgres/database.ts";
import { type GenerationQueue, OFFER_LEASE_MS, type QueuedGeneration } from "#server/ports/generation-queue.ts";
import { offerWrite, settleWrite } from "./generation-queue-writes.ts";
import { createWakeBoard } from "#server/adapters/wake-board.ts";
import { createWriteBatcher } from "./write-batcher.ts";

/** How soon a waiting process sees what another one offered; its own process wakes it at once. */
const POLL_EVERY_MS = 100;
/** The same once nothing came for a while. With its jitter it stays below half a second. */
const IDLE_POLL_EVERY_MS = 300;
/** After so many looks in vain (about ten seconds) a process counts as idle. */
const LOOKS_UNTIL_IDLE = 100;

/** What waits, or was taken by somebody who did not settle it in time; others who take at this moment are passed by. */
const TAKE = `with next as (
    select user_id, generation_id from queued_generations
    where leased_until is null or leased_until <= clock_timestamp()
    order by offered_at limit $1 for update skip locked)
  update queued_generations q set leased_until = clock_timestamp() + make_interval(secs => $2::double precision / 1000)
  from next where q.user_id = next.user_id and q.generation_id = next.generation_id
  returning q.user_id as "userId", q.generation_id as "generationId", q.offered_at as "offeredAt",
    q.leased_until::text as receipt`;

type Row = QueuedGeneration & { offeredAt: Date };

/**
 * The generation queue in the table `queued_generations`. The receipt of what was taken is the end of its
 * lease: what was offered anew meanwhile, or taken by another process, has another one and is not settled by it.
 */
export function createPostgresGenerationQueue({
  pool,
  writePool,
}: Pick<Database, "pool" | "writePool">): GenerationQueue {
  const offer = createWriteBatcher(writePool, offerWrite);
  const settle = createWriteBatcher(writePool, settleWrite);
  const wakeBoard = createWakeBoard();

  async function look(limit: number): Promise<QueuedGeneration[]> {
    const { rows } = await pool.query<Row>({ name: "queue.take", text: TAKE, values: [limit, OFFER_LEASE_MS] });
    rows.sort((one, other) => one.offeredAt.getTime() - other.offeredAt.getTime());
    return rows.map(({ userId, generationId, receipt }) => ({ userId, generationId, receipt }));
  }

  return {
    async offer(key) {
      await offer(key);
      wakeBoard.wake("offer");
    },
    async take(limit, signal) {
      for (let looks = 1; !signal.aborted; looks++) {
        const woken = wakeBoard.wait("offer", pauseMs(looks), signal);
        const taken = await look(limit);
        if (taken.length > 0) return taken;
        await woken;
      }
      return [];
    },
    async settle(taken) {
      await Promise.all(taken.map(settle));
    },
  };
}

/** Jittered, so that idle processes do not all look at the same moment. */
function pauseMs(looks: number): number {
  return looks < LOOKS_UNTIL_IDLE ? POLL_EVERY_MS : IDLE_POLL_EVERY_MS * (0.75 + Math.random() / 2);
}
