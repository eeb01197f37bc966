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
  /** A hedge needs so many calls in the last five minutes to know what is slow, and is made no sooner than this. */
  hedgeCalls: number;
  hedgeMsMin: number;
};

/** What suits people who wait for an answer. */
export const ROUTER_LIMITS: RouterLimits = {
  fruitlessCalls: 6,
  calls: 24,
  callsPerDeployment: 3,
  waitMs: 15_000,
  stallMs: 60_000,
  hedgeCalls: 20,
  hedgeMsMin: 50,
};
