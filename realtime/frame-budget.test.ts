import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FrameBudget } from "./frame-budget.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** How many frames pass at this moment. */
function passing(budget: FrameBudget): number {
  let passed = 0;
  while (budget.spend()) passed++;
  return passed;
}

test("a burst passes, then twenty frames a second, and never more than a burst at once", () => {
  const budget = new FrameBudget();
  expect(passing(budget)).toBe(60);
  vi.advanceTimersByTime(1_000);
  expect(passing(budget)).toBe(20);
  vi.advanceTimersByTime(3_600_000);
  expect(passing(budget)).toBe(60);
});

test("a hundred faults are borne, the next one is too many", () => {
  const budget = new FrameBudget();
  const verdicts = Array.from({ length: 101 }, () => budget.countFault());
  expect(verdicts.indexOf(true)).toBe(100);
});
