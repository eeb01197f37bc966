import { monitorEventLoopDelay } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { afterEach, expect, test, vi } from "vitest";
import { boundTokens } from "./bound-tokens.ts";
import { countHere } from "./count-here.ts";
import { TokenCounter } from "./token-counter.ts";

const counters: TokenCounter[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(counters.splice(0).map((counter) => counter.stop()));
});

function start(...given: ConstructorParameters<typeof TokenCounter>): TokenCounter {
  const counter = new TokenCounter(...given);
  counters.push(counter);
  return counter;
}

/** A thread that does what this says. */
const evaluate = (code: string) => () => new Worker(code, { eval: true });

test("it counts what is counted here, in order, many at once", async () => {
  const counter = start();
  const texts = ["Hello, world!", "", "今天天气很好", "word ".repeat(500)];
  const [a, b] = await Promise.all([counter.count(texts, "o200k"), counter.count(texts.toReversed(), "claude")]);
  expect(a).toEqual(await countHere(texts, "o200k"));
  expect(b).toEqual(await countHere(texts.toReversed(), "claude"));
});

test("a long text does not hold up the event loop", async () => {
  const counter = start();
  await counter.count(["warm"], "o200k");
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  // Some hundred milliseconds of counting, and more than a loop may stand still.
  const [tokens] = await counter.count(["天气很好我们去公园散步吧".repeat(40_000)], "o200k");
  const tookMs = performance.now() - began;
  delay.disable();
  expect(tokens).toBeGreaterThan(100_000);
  expect(delay.max / 1e6).toBeLessThan(Math.max(50, tookMs / 2));
});

test("a long text that was counted before is known without the thread", async () => {
  let started = 0;
  const counts = `require("node:worker_threads").parentPort.on("message", (q) => require("node:worker_threads").parentPort.postMessage({ id: q.id, counts: q.texts.map(() => 7) }))`;
  const counter = start(() => {
    started += 1;
    return evaluate(counts)();
  });
  const long = "a turn of the conversation ".repeat(20);
  expect(await counter.count([long, "short"], "o200k")).toEqual([7, 7]);
  await counter.stop();
  expect(await counter.count([long], "o200k")).toEqual([7]);
  expect(started).toBe(1);
  expect(await counter.count([long], "gemini")).toEqual([7]);
  expect(started).toBe(2);
});

test("a thread that dies over a question leaves the bound, and the next question gets another thread", async () => {
  let started = 0;
  const dies = `require("node:worker_threads").parentPort.on("message", () => process.exit(1))`;
  const answers = `require("node:worker_threads").parentPort.on("message", (q) => require("node:worker_threads").parentPort.postMessage({ id: q.id, counts: [3] }))`;
  const counter = start(() => evaluate((started += 1) === 1 ? dies : answers)());
  expect(await counter.count(["héllo"], "o200k")).toEqual([boundTokens("héllo")]);
  expect(await counter.count(["héllo"], "o200k")).toEqual([3]);
});

test("where no thread can be started, the bound is the answer", async () => {
  const counter = start(() => {
    throw new Error("no threads here");
  });
  expect(await counter.count(["hello"], "o200k")).toEqual([boundTokens("hello")]);
});

test("a thread that cannot count says so, and the bound is the answer", async () => {
  const cannot = `require("node:worker_threads").parentPort.on("message", (q) => require("node:worker_threads").parentPort.postMessage({ id: q.id, counts: null }))`;
  expect(await start(evaluate(cannot)).count(["hello"], "o200k")).toEqual([boundTokens("hello")]);
});

test("a thread that is asked nothing for ten minutes is ended, and the next question gets another", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const threads: Worker[] = [];
  const answers = `require("node:worker_threads").parentPort.on("message", (q) => require("node:worker_threads").parentPort.postMessage({ id: q.id, counts: [3] }))`;
  const counter = start(() => {
    const thread = evaluate(answers)();
    threads.push(thread);
    return thread;
  });
  await counter.count(["one"], "o200k");
  vi.advanceTimersByTime(9 * 60_000);
  await counter.count(["two"], "o200k");
  vi.advanceTimersByTime(9 * 60_000);
  await counter.count(["three"], "o200k");
  expect(threads).toHaveLength(1);
  const ended = new Promise((resolve) => threads[0]?.once("exit", resolve));
  vi.advanceTimersByTime(10 * 60_000);
  await ended;
  expect(await counter.count(["four"], "o200k")).toEqual([3]);
  expect(threads).toHaveLength(2);
});
