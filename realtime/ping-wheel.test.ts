import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Connection } from "./connection.ts";
import { PING_INTERVAL_MS, startPingWheel } from "./ping-wheel.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function createConnections(count: number) {
  const connections = Array.from({ length: count }, () => ({ pulseSlot: null, checkPulse: vi.fn() }));
  return { connections, all: () => connections as unknown as Connection[] };
}

test("each socket's pulse is felt once an interval, spread over it", () => {
  const { connections, all } = createConnections(100);
  const stop = startPingWheel({ all });
  vi.advanceTimersByTime(PING_INTERVAL_MS / 25);
  expect(connections.filter(({ checkPulse }) => checkPulse.mock.calls.length > 0)).toHaveLength(4);
  vi.advanceTimersByTime((PING_INTERVAL_MS / 25) * 24);
  expect(connections.every(({ checkPulse }) => checkPulse.mock.calls.length === 1)).toBe(true);
  stop();
});

test("a socket that was asked a moment ago is not asked again because others come and go", () => {
  const { connections, all } = createConnections(30);
  const stop = startPingWheel({ all });
  vi.advanceTimersByTime(PING_INTERVAL_MS / 25);
  // The second tab of somebody who came early stands before all who came since.
  connections.unshift(...createConnections(1).connections);
  vi.advanceTimersByTime(PING_INTERVAL_MS / 25);
  expect(connections.filter(({ checkPulse }) => checkPulse.mock.calls.length > 1)).toEqual([]);
  stop();
});
