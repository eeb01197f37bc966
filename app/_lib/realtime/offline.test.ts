import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { RealtimeClient } from "./realtime-client.ts";
import { reconnectDelayMs } from "./reconnect-delay.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function unreachable() {
  const getTicket = vi.fn(() => Promise.reject<string>(new TypeError("no network")));
  return { getTicket, client: new RealtimeClient({ socketUrl: () => "ws://localhost", getTicket, random: () => 1 }) };
}

describe("without a network", () => {
  test("failures of a moment stay unseen, and only lasting ones are said", async () => {
    const { client } = unreachable();
    const statuses: string[] = [];
    client.onStatus((status) => statuses.push(status));
    client.connect();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(statuses).toEqual(["connecting"]);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(statuses).toEqual(["connecting", "offline"]);
    client.close();
  });

  test("it tries again at once when the network is back", async () => {
    const { client, getTicket } = unreachable();
    client.connect();
    await vi.advanceTimersByTimeAsync(60_000);
    const attempts = getTicket.mock.calls.length;
    client.connect();
    expect(getTicket).toHaveBeenCalledTimes(attempts + 1);
    client.close();
  });

  test("a device without a network says so at once, and until it is back", async () => {
    const { client } = unreachable();
    const statuses: string[] = [];
    client.connect();
    client.onStatus((status) => statuses.push(status));
    client.markOffline();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(statuses).toEqual(["offline"]);
    client.close();
  });

  test("it makes no further attempt once closed", async () => {
    const { client, getTicket } = unreachable();
    client.connect();
    await vi.advanceTimersByTimeAsync(0);
    client.close();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(getTicket).toHaveBeenCalledTimes(1);
  });
});

describe("the pause before a next attempt", () => {
  test("doubles up to a bound and is never the same for everybody", () => {
    expect([0, 1, 2, 10].map((attempt) => reconnectDelayMs(attempt, 1))).toEqual([400, 800, 1600, 20_000]);
    expect(reconnectDelayMs(3, 0)).toBeLessThan(reconnectDelayMs(3, 1));
    expect(reconnectDelayMs(0, 0)).toBeGreaterThan(0);
  });
});
