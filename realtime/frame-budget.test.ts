import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FrameBudget } from "./frame-budget.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** How many frames pass at this moment. */
function passing(budget: FrameBudget): number {
  let passed = 0;
  while (budget.spendFrame(100)) passed++;
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

test("the largest frame costs as much as a second and a half of small ones, and leaves the sender no poorer for ever", () => {
  const budget = new FrameBudget();
  expect(budget.spendFrame(2_000_000)).toBe(true);
  expect(passing(budget)).toBe(29);
  vi.advanceTimersByTime(3_000);
  expect(passing(budget)).toBe(60);
});

test("a hundred faults are borne, the next one is too many", () => {
  const budget = new FrameBudget();
  const verdicts = Array.from({ length: 101 }, () => budget.countFault());
  expect(verdicts.indexOf(true)).toBe(100);
});
