import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { untilNextBeatMs } from "./until-next-beat-ms.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("whenever they begin to wait, all wake at the same beat", () => {
  const wokenAt = new Set<number>();
  for (let index = 0; index < 10; index++) {
    setTimeout(() => wokenAt.add(performance.now()), untilNextBeatMs(100));
    vi.advanceTimersByTime(7);
  }
  vi.advanceTimersByTime(100);
  expect(wokenAt).toEqual(new Set([100]));
});

test("at a beat it is a whole one until the next", () => {
  expect(untilNextBeatMs(25)).toBe(25);
});
