import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HandshakeBudget } from "./handshake-budget.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** How many of `attempts` handshakes from this network go on at this moment; each is over at once. */
function goingOn(budget: HandshakeBudget, network: string, { attempts = 5_000, isBad = false } = {}): number {
  let count = 0;
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (budget.begin(network) !== null) continue;
    count++;
    budget.end(network, isBad);
  }
  return count;
}

test("a thousand go on at once and a thousand a second, so that twenty thousand are in after twenty seconds", () => {
  const budget = new HandshakeBudget();
  let isIn = goingOn(budget, "office");
  let seconds = 0;
  for (; isIn < 20_000; seconds++) {
    vi.advanceTimersByTime(1_000);
    isIn += goingOn(budget, "office");
  }
  expect(seconds).toBeLessThanOrEqual(20);
});

test("where none ends, five hundred are under way and the rest is told to come again", () => {
  const budget = new HandshakeBudget();
  const verdicts = Array.from({ length: 600 }, () => budget.begin("office"));
  expect(verdicts.filter((verdict) => verdict === null)).toHaveLength(500);
  expect(new Set(verdicts.slice(500))).toEqual(new Set([503]));
  budget.end("office", false);
  expect(budget.begin("office")).toBeNull();
});

test("a network with bad tickets is slowed down alone, and takes nothing from what the others may use", () => {
  const budget = new HandshakeBudget({ burst: 500 });
  expect(goingOn(budget, "attacker", { isBad: true })).toBe(100);
  expect(budget.begin("attacker")).toBe(429);
  expect(goingOn(budget, "office")).toBe(400);
  vi.advanceTimersByTime(10_000);
  expect(goingOn(budget, "attacker", { isBad: true })).toBe(50);
});

test("memory of bad networks has a bound", () => {
  const budget = new HandshakeBudget({ burst: 30_000, badBurst: 1 });
  for (let network = 0; network < 20_000; network++)
    goingOn(budget, `network-${network}`, { attempts: 1, isBad: true });
  expect(budget.begin("network-0")).toBeNull();
  expect(budget.begin("network-19999")).toBe(429);
});
