import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Connection } from "./connection.ts";
import { PING_INTERVAL_MS, startPingWheel } from "./ping-wheel.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function createConnections(count: number) {
  const connections = Array.from({ length: count }, () => {
    const connection = { isAlive: true, ping: vi.fn(() => (connection.isAlive = false)), terminate: vi.fn() };
    return connection;
  });
  return { connections, all: () => connections as unknown as Connection[] };
}

test("each socket is asked once an interval, spread over it", () => {
  const { connections, all } = createConnections(100);
  const stop = startPingWheel({ all });
  vi.advanceTimersByTime(PING_INTERVAL_MS / 25);
  expect(connections.filter(({ ping }) => ping.mock.calls.length > 0)).toHaveLength(4);
  vi.advanceTimersByTime((PING_INTERVAL_MS / 25) * 24);
  expect(connections.every(({ ping }) => ping.mock.calls.length === 1)).toBe(true);
  stop();
});

test("a socket that did not answer is hung up at the next turn, one that did is kept", () => {
  const { connections, all } = createConnections(2);
  const [gone, there] = connections;
  const stop = startPingWheel({ all });
  vi.advanceTimersByTime(PING_INTERVAL_MS);
  if (there) there.isAlive = true;
  vi.advanceTimersByTime(PING_INTERVAL_MS);
  expect(gone?.terminate).toHaveBeenCalledTimes(1);
  expect(there?.terminate).not.toHaveBeenCalled();
  stop();
});

test("a socket that was asked a moment ago is not hung up because others come and go", () => {
  const { connections, all } = createConnections(30);
  const stop = startPingWheel({ all });
  vi.advanceTimersByTime(PING_INTERVAL_MS / 25);
  // The second tab of somebody who came early stands before all who came since.
  connections.unshift(...createConnections(1).connections);
  vi.advanceTimersByTime(PING_INTERVAL_MS / 25);
  expect(connections.filter(({ terminate }) => terminate.mock.calls.length > 0)).toEqual([]);
  stop();
});
