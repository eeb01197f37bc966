import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLogWatch } from "./log-watch.ts";

const CURSOR = { epoch: 1, seq: 4 };
const key = (generationId: string) => ({ userId: "ann", generationId });
const place = (id: string, change: object = {}) => ({
  userId: "ann",
  id,
  epoch: 1,
  seq: 4,
  status: "running",
  ...change,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watchRows(answers: (() => unknown)[]) {
  const query = vi.fn(async (_query: { values: unknown[] }) => ({ rows: answers.shift()?.() ?? [] }));
  const woken: string[] = [];
  const watch = createLogWatch({ query } as never);
  const never = new AbortController().signal;
  const wait = (id: string, signal = never) => void watch.wait(key(id), CURSOR, signal).then(() => woken.push(id));
  return { query, woken, watch, wait };
}

test("asks once for all who wait, and wakes those whose log is elsewhere", async () => {
  const rows = [
    place("still"),
    place("grown", { seq: 5 }),
    place("taken over", { epoch: 2, seq: 3 }),
    place("ended", { status: "ended" }),
    place("of somebody else", { userId: "bob", seq: 9 }),
  ];
  const { query, woken, wait } = watchRows([() => rows]);
  for (const id of ["still", "grown", "taken over", "ended", "of somebody else"]) wait(id);
  await vi.advanceTimersByTimeAsync(100);
  expect(query).toHaveBeenCalledTimes(1);
  expect(woken).toEqual(["grown", "taken over", "ended"]);
});

test("asks nothing more when nobody waits", async () => {
  const { query, wait } = watchRows([() => [place("one", { seq: 5 })]]);
  wait("one");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(query).toHaveBeenCalledTimes(1);
});

test("a writer of this process, and whoever stops waiting, needs no look", async () => {
  const { query, woken, watch, wait } = watchRows([]);
  const stopping = new AbortController();
  wait("one");
  wait("two", stopping.signal);
  wait("three", AbortSignal.abort());
  watch.wake("one");
  stopping.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect(woken.toSorted()).toEqual(["one", "three", "two"]);
  expect(query).not.toHaveBeenCalled();
});

test("wakes everybody where the database does not answer, and looks again for who waits again", async () => {
  const away = () => {
    throw new Error("away");
  };
  const { woken, wait } = watchRows([away, () => [place("one", { seq: 5 })]]);
  wait("one");
  await vi.advanceTimersByTimeAsync(100);
  wait("one");
  await vi.advanceTimersByTimeAsync(100);
  expect(woken).toEqual(["one", "one"]);
});
