import type { RedisConnection } from "./redis-connection.ts";

/** Beyond this the database, which knows it too, is the quicker one to ask. */
const ANSWER_WITHIN_MS = 100;

/** For so long nothing is asked after an answer that did not come: one reader pays for it, not all. */
const REST_MS = 1_000;

/** Asks; null where no answer came. Never throws. */
export type CacheQuestion = <Answer>(question: () => Promise<Answer>) => Promise<Answer | null>;

/** A way to ask Redis for what can be had elsewhere: it costs 100 ms at most, and nothing while Redis is away or was slow within the last second. */
export function createCacheQuestion({ isAway }: Pick<RedisConnection, "isAway">): CacheQuestion {
  let restsUntil = 0;

  function giveUp(): null {
    restsUntil = performance.now() + REST_MS;
    return null;
  }

  return async (question) => {
    if (isAway() || performance.now() < restsUntil) return null;
    const late = Promise.withResolvers<null>();
    const timer = setTimeout(() => late.resolve(giveUp()), ANSWER_WITHIN_MS);
    // Whatever went wrong: that Redis is away stands in the log already.
    const answer = question().catch(giveUp);
    return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer));
  };
}
