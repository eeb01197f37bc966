import { z } from "zod";
import type { Database } from "#server/adapters/postgres/database.ts";

/** How fast a key slows down: `freeFailures` without a pause, then `baseMs` that doubles up to `maxMs`. */
export type ThrottlePace = { freeFailures: number; baseMs: number; maxMs: number };

/** Counts failures by key. An attempt counts as failed until it turns out well, so that many at once gain nothing. */
export type ThrottleRepository = {
  /** Null when the attempt may go on, and it is counted; else the time until which the key has to wait. */
  takeAttempt(key: string, pace: ThrottlePace, now: Date): Promise<Date | null>;
  /** Takes one counted attempt back, because it was none of a guesser's. */
  returnAttempt(key: string, now: Date): Promise<void>;
  /** Forgets all failures of the key. */
  clearAttempts(key: string): Promise<void>;
  /** Forgets keys that last failed before `before`. Says how many. */
  deleteStaleThrottles(before: Date): Promise<number>;
};

/** Doubling further only risks an overflow: 2^30 of any pace is beyond its `maxMs`. */
const DOUBLINGS_MAX = 30;
const blockedSchema = z.object({ blockedUntil: z.date() });

/** The throttles in PostgreSQL: shared by all processes. */
export function createThrottleRepository({ pool, prisma }: Pick<Database, "pool" | "prisma">): ThrottleRepository {
  return {
    async takeAttempt(key, { freeFailures, baseMs, maxMs }, now) {
      const { rowCount } = await pool.query(TAKE_ATTEMPT, [key, now, freeFailures, baseMs, maxMs, DOUBLINGS_MAX]);
      if (rowCount === 1) return null;
      const row = await prisma.signInThrottle.findUnique({ where: { key }, select: { blockedUntil: true } });
      return row ? blockedSchema.parse(row).blockedUntil : null;
    },
    async returnAttempt(key, now) {
      await prisma.signInThrottle.updateMany({
        where: { key, failures: { gt: 0 } },
        data: { failures: { decrement: 1 }, blockedUntil: now },
      });
    },
    async clearAttempts(key) {
      await prisma.signInThrottle.deleteMany({ where: { key } });
    },
    deleteStaleThrottles: async (before) =>
      (await prisma.signInThrottle.deleteMany({ where: { updatedAt: { lt: before } } })).count,
  };
}

/** $1 key, $2 now, $3 free failures, $4 base ms, $5 max ms, $6 doublings. No row comes back while the key has to wait. */
const TAKE_ATTEMPT = `
  insert into sign_in_throttles as t (key, failures, blocked_until, updated_at)
  values ($1, 1, $2::timestamptz, $2)
  on conflict (key) do update set
    failures = t.failures + 1,
    updated_at = $2,
    blocked_until = $2::timestamptz + interval '1 millisecond' * (
      case when t.failures + 1 <= $3::int then 0
      else least($5::float8, $4::float8 * power(2, least(t.failures - $3::int, $6::int))) end)
  where t.blocked_until <= $2
  returning t.failures`;
