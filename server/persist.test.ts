import { expect, test, vi } from "vitest";
import { AppError } from "./errors.ts";
import { persist } from "./persist.ts";

const PAUSES_MS = [0, 0, 0];

/** What would have been waited for; nothing here waits. */
const paused = vi.hoisted((): number[] => []);
vi.mock("node:timers/promises", () => ({ setTimeout: async (pauseMs: number) => void paused.push(pauseMs) }));

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
  const { work } = failing(3);
  expect(await persist(work, new AbortController().signal, PAUSES_MS)).toBe(4);
});

test("what fails for long is given up, with its reason", async () => {
  const { work, attempts } = failing(100);
  await expect(persist(work, new AbortController().signal, PAUSES_MS)).rejects.toThrow("connection refused");
  expect(attempts()).toBe(4);
});

test("a database that comes back is waited for as long as the end of an answer waits for it, about half a minute", async () => {
  paused.length = 0;
  const random = vi.spyOn(Math, "random").mockReturnValue(0.5);
  await expect(persist(failing(100).work)).rejects.toThrow("connection refused");
  random.mockRestore();
  const waitedMs = paused.reduce((sum, pauseMs) => sum + pauseMs, 0);
  expect(waitedMs).toBeGreaterThan(29_000);
  expect(waitedMs).toBeLessThan(35_000);
});

test("an answer is not asked for twice, and nothing is tried for who has left", async () => {
  const refused = failing(1, new AppError("not-found"));
  await expect(persist(refused.work)).rejects.toMatchObject({ code: "not-found" });
  const left = failing(1);
  await expect(persist(left.work, AbortSignal.abort())).rejects.toThrow("connection refused");
  expect([refused.attempts(), left.attempts()]).toEqual([1, 1]);
});
