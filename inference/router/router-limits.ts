/** Where the router gives up. */
export type RouterLimits = {
  /** Calls in a row that bring nothing new, for one answer. */
  fruitlessCalls: number;
  /** All calls for one answer. */
  calls: number;
  /** Calls of one deployment in a row that bring nothing new. */
  callsPerDeployment: number;
  /** The longest wait for a deployment that rests, in milliseconds. */
  waitMs: number;
  /** Between two parts of an answer that has begun to flow, in milliseconds; the wire has its own limits before. */
  stallMs: number;
  /**
   * So many times as long as nineteen of twenty calls the first content is waited for, but no shorter than so many
   * milliseconds; where that is not known, as long as the wire waits. Must be much longer than a hedge waits.
   */
  patience: number;
  patienceMsMin: number;
  /** A hedge needs so many calls in the last five minutes to know what is slow, and is made no sooner than this; patience too. */
  hedgeCalls: number;
  hedgeMsMin: number;
};

/** What suits people who wait for an answer. */
export const ROUTER_LIMITS: RouterLimits = {
  fruitlessCalls: 6,
  calls: 24,
  callsPerDeployment: 3,
  waitMs: 15_000,
  stallMs: 90_000,
  patience: 10,
  patienceMsMin: 30_000,
  hedgeCalls: 20,
  hedgeMsMin: 50,
};
