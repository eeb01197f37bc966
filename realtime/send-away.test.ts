import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { WebSocket } from "ws";
import { Connection } from "./connection.ts";
import { Connections } from "./connections.ts";
import { sendAway } from "./send-away.ts";

const never = new AbortController().signal;

vi.mock("node:timers/promises", () => ({
  setTimeout: (durationMs: number, _value: undefined, { signal }: { signal: AbortSignal }) =>
    new Promise<void>((resolve, reject) => {
      if (signal.aborted) reject(new Error("aborted"));
      setTimeout(resolve, durationMs);
      signal.addEventListener("abort", () => reject(new Error("aborted")));
    }),
}));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** So many open sockets, and how many of them were told to move. */
function open(count: number) {
  const connections = new Connections();
  const all = Array.from({ length: count }, (_, index) => {
    const webSocket = Object.assign(new EventEmitter(), { close: vi.fn(), terminate: vi.fn() });
    const actor = { userId: `user-${index}`, sessionId: "session", role: "user" } as const;
    const connection = new Connection(actor, webSocket as unknown as WebSocket, new PassThrough());
    connections.add(connection);
    return connection;
  });
  return { connections, countTold: () => all.filter(({ isClosing }) => isClosing).length };
}

test("a few sockets are told to move at once", async () => {
  const { connections, countTold } = open(10);
  await sendAway(connections, 1_000, never);
  expect(countTold()).toBe(10);
});

test("many are told little by little, one a millisecond", async () => {
  const { connections, countTold } = open(1_000);
  const told = sendAway(connections, 10_000, never);
  await vi.advanceTimersByTimeAsync(500);
  expect(countTold()).toBeGreaterThan(400);
  expect(countTold()).toBeLessThan(600);
  await vi.advanceTimersByTimeAsync(520);
  await told;
  expect(countTold()).toBe(1_000);
});

test("all are told in the time that there is, however many they are", async () => {
  const { connections, countTold } = open(1_000);
  const told = sendAway(connections, 100, never);
  await vi.advanceTimersByTimeAsync(100);
  await told;
  expect(countTold()).toBe(1_000);
});

test("when it is in a hurry the rest is told at once", async () => {
  const { connections, countTold } = open(1_000);
  const hurry = new AbortController();
  const told = sendAway(connections, 10_000, hurry.signal);
  await vi.advanceTimersByTimeAsync(100);
  hurry.abort();
  await told;
  expect(countTold()).toBe(1_000);
});
