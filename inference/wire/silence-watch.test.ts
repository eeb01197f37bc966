import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SilenceWatch } from "./silence-watch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("aborts after a silence of its limit, counted from the last restart", () => {
  const watch = new SilenceWatch(new AbortController().signal);
  watch.restart(100);
  vi.advanceTimersByTime(99);
  watch.restart(100);
  vi.advanceTimersByTime(99);
  expect(watch.signal.aborted).toBe(false);
  vi.advanceTimersByTime(2);
  expect(watch.signal.aborted).toBe(true);
  expect(watch.hasExpired).toBe(true);
});

test("a new limit replaces the old one", () => {
  const watch = new SilenceWatch(new AbortController().signal);
  watch.restart(100);
  watch.restart(1_000);
  vi.advanceTimersByTime(999);
  expect(watch.hasExpired).toBe(false);
});

test("a slow reader is not taken for a silent provider", () => {
  const watch = new SilenceWatch(new AbortController().signal);
  watch.restart(100);
  watch.pause();
  vi.advanceTimersByTime(10_000);
  expect(watch.hasExpired).toBe(false);
  watch.restart(100);
  vi.advanceTimersByTime(101);
  expect(watch.hasExpired).toBe(true);
});

test("what came while this process stood still counts, although the timer is due first", () => {
  const watch = new SilenceWatch(new AbortController().signal);
  watch.restart(100);
  vi.advanceTimersToNextTimer();
  watch.restart(100);
  vi.advanceTimersByTime(50);
  expect(watch.hasExpired).toBe(false);
});

test("follows the caller's abort without having expired", () => {
  const caller = new AbortController();
  const watch = new SilenceWatch(caller.signal);
  caller.abort();
  expect(watch.signal.aborted).toBe(true);
  expect(watch.hasExpired).toBe(false);
});

test("an answer that was read to its end leaves its request alone", () => {
  const watch = new SilenceWatch(new AbortController().signal);
  watch.restart(100);
  watch.end("leave-request");
  vi.advanceTimersByTime(1_000);
  expect(watch.signal.aborted).toBe(false);
});
