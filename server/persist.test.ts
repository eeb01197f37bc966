import { expect, test } from "vitest";
import { AppError } from "./errors.ts";
import { persist } from "./persist.ts";

const PAUSES_MS = [0, 0, 0];

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

test("an answer is not asked for twice, and nothing is tried for who has left", async () => {
  const refused = failing(1, new AppError("not-found"));
  await expect(persist(refused.work)).rejects.toMatchObject({ code: "not-found" });
  const left = failing(1);
  await expect(persist(left.work, AbortSignal.abort())).rejects.toThrow("connection refused");
  expect([refused.attempts(), left.attempts()]).toEqual([1, 1]);
});
