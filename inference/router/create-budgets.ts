import { CallBudget } from "./call-budget.ts";

/** At most a tenth more calls than answers, and six a minute for an instance that has hardly any. */
export function createRetryBudget(): CallBudget {
  return new CallBudget({ share: 0.1, floor: 6 });
}

/** At most seven hedges for a hundred answers; to be late is no failure, so a quiet instance has none for free. */
export function createHedgeBudget(): CallBudget {
  return new CallBudget({ share: 0.07, floor: 0 });
}
