import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createHedgeBudget, createRetryBudget } from "./create-budgets.ts";

test("a quiet instance has a few retries a minute, and no hedges", () => {
  const retries = createRetryBudget();
  expect(Array.from({ length: 10 }, () => retries.trySpend(1_000)).filter(Boolean)).toHaveLength(6);
  expect(retries.trySpend(66_000)).toBe(true);
  expect(createHedgeBudget().trySpend(1_000)).toBe(false);
});

test("a call that is made whatever the budget says counts for those that ask", () => {
  const retries = createRetryBudget();
  for (let call = 0; call < 6; call += 1) retries.spend(1_000);
  expect(retries.trySpend(1_000)).toBe(false);
  expect(retries.read(1_000)).toEqual({ answers: 0, extras: 6 });
});

test("seven of a hundred answers are hedged, and not one more", () => {
  const hedges = createHedgeBudget();
  for (let answer = 0; answer < 100; answer += 1) hedges.countAnswer(1_000);
  expect(Array.from({ length: 20 }, () => hedges.trySpend(2_000)).filter(Boolean)).toHaveLength(7);
});

test("in no order of answers and retries are more than a tenth and the few retried", () => {
  const steps = fc.array(fc.record({ ms: fc.integer({ min: 0, max: 2_000 }), isAnswer: fc.boolean() }), {
    maxLength: 400,
  });
  fc.assert(
    fc.property(steps, (taken) => {
      const budget = createRetryBudget();
      const [answers, extras]: [number[], number[]] = [[], []];
      let now = 0;
      for (const { ms, isAnswer } of taken) {
        now += ms;
        if (isAnswer) budget.countAnswer(now);
        else if (budget.trySpend(now)) extras.push(now);
        if (isAnswer) answers.push(now);
        // A slice is forgotten whole: what the budget counts as the last minute is up to 5 s more or less.
        const recent = (times: readonly number[], ms_: number): number =>
          times.filter((time) => time > now - ms_).length;
        expect(recent(extras, 55_000)).toBeLessThanOrEqual(recent(answers, 120_000) * 0.1 + 6);
      }
    }),
  );
});
