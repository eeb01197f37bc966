import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestEnv } from "#scripts/testing/test-env.ts";
import { createContainer } from "#server/container.ts";
import type { ServerContext } from "#server/context.ts";
import { runTasks } from "./run-tasks.ts";
import type { Task } from "./task.ts";

vi.mock("node:timers/promises", () => ({
  setTimeout: (durationMs: number, _value: undefined, { signal }: { signal: AbortSignal }) =>
    new Promise<void>((resolve, reject) => {
      if (signal.aborted) reject(new Error("aborted"));
      const timer = setTimeout(resolve, durationMs);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        reject(new Error("aborted"));
      });
    }),
}));

afterAll(() => container.close());
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const logger = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
// Connects to nothing: a task of these tests touches the logger alone.
const container = createContainer(createTestEnv("postgres://nobody@127.0.0.1:9/nothing"), "test");
const ctx: ServerContext = { ...container.context, logger };

function start(tasks: Task[]) {
  const leaving = new AbortController();
  let isDone = false;
  void runTasks(ctx, tasks, leaving.signal).then(() => {
    isDone = true;
  });
  return { leave: () => leaving.abort(), isDone: () => isDone };
}

test("each task runs at once, and then in its own rhythm", async () => {
  const [quick, slow] = [vi.fn(async () => 0), vi.fn(async () => 0)];
  const { leave } = start([
    { name: "quick", everyMs: 1_000, run: quick },
    { name: "slow", everyMs: 3_000, run: slow },
  ]);
  await vi.advanceTimersByTimeAsync(3_500);
  expect(quick).toHaveBeenCalledTimes(4);
  expect(slow).toHaveBeenCalledTimes(2);
  leave();
});

test("a task that fails is logged and tried again, and disturbs no other", async () => {
  const failing = vi.fn(async () => {
    throw new Error("the database is away");
  });
  const good = vi.fn(async () => 3);
  const { leave } = start([
    { name: "failing", everyMs: 1_000, run: failing },
    { name: "good", everyMs: 1_000, run: good },
  ]);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(failing).toHaveBeenCalledTimes(2);
  expect(good).toHaveBeenCalledTimes(2);
  expect(logger.error).toHaveBeenCalledWith(expect.objectContaining({ task: "failing" }), expect.any(String));
  expect(logger.info).toHaveBeenCalledWith({ task: "good", count: 3 }, "maintenance");
  leave();
});

test("leaving ends the pause at once and waits for the task under way", async () => {
  const work = Promise.withResolvers<number>();
  const { leave, isDone } = start([
    { name: "pausing", everyMs: 60_000, run: async () => 0 },
    { name: "working", everyMs: 60_000, run: () => work.promise },
  ]);
  await vi.advanceTimersByTimeAsync(0);
  leave();
  await vi.advanceTimersByTimeAsync(0);
  expect(isDone()).toBe(false);
  work.resolve(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(isDone()).toBe(true);
});

test("a task is told to stop early", async () => {
  const run = vi.fn<Task["run"]>(async (_ctx, signal) => (signal.aborted ? 1 : 0));
  const { leave } = start([{ name: "task", everyMs: 1_000, run }]);
  await vi.advanceTimersByTimeAsync(0);
  leave();
  expect(run.mock.calls[0]?.[1].aborted).toBe(true);
});
