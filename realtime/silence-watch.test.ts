import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SilenceWatch } from "./silence-watch.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("a silent log whose generation has ended is given up, and no other", async () => {
  let hasEnded = false;
  let looks = 0;
  const watch = new SilenceWatch(async () => {
    looks++;
    return hasEnded;
  });
  await vi.advanceTimersByTimeAsync(4_500);
  expect({ looks, isOver: watch.signal.aborted }).toEqual({ looks: 2, isOver: false });
  hasEnded = true;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(watch.signal.aborted).toBe(true);
});

test("while the log speaks nobody looks, and a look that fails is tried again", async () => {
  let looks = 0;
  const watch = new SilenceWatch(() => {
    looks++;
    return Promise.reject(new Error("no database"));
  });
  for (let turn = 0; turn < 5; turn++) {
    await vi.advanceTimersByTimeAsync(1_500);
    watch.heard();
  }
  expect(looks).toBe(0);
  await vi.advanceTimersByTimeAsync(4_100);
  expect(looks).toBe(2);
  watch.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(looks).toBe(2);
});
