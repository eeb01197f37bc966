import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AppError } from "./errors.ts";
import { persist } from "./persist.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Work that fails so often before it succeeds. */
function failing(times: number, error: Error = new Error("connection refused")) {
  let attempts = 0;
  const work = async (): Promise<number> => {
    if (attempts++ < times) throw error;
    return attempts;
  };
  return { work, attempts: () => attempts };
}

test("what fails for a while is done when it can be", async () => {
  const { work } = failing(5);
  const done = persist(work, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await done).toBe(6);
});

test("what fails for long is given up, with its reason", async () => {
  const { work, attempts } = failing(100);
  const given = expect(persist(work, new AbortController().signal)).rejects.toThrow("connection refused");
  await vi.advanceTimersByTimeAsync(20_000);
  await given;
  expect(attempts()).toBe(8);
});

test("an answer is not asked for twice, and nothing is tried for who has left", async () => {
  const refused = failing(1, new AppError("not-found"));
  await expect(persist(refused.work, new AbortController().signal)).rejects.toMatchObject({ code: "not-found" });
  const left = failing(1);
  await expect(persist(left.work, AbortSignal.abort())).rejects.toThrow("connection refused");
  expect([refused.attempts(), left.attempts()]).toEqual([1, 1]);
});
