import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { WebSocket } from "ws";
import { CLOSE_BYTES, Connection, SLOW_MS_MAX } from "./connection.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

/** A connection whose reader reads nothing, and both ends of it. */
function createConnection() {
  const webSocket = Object.assign(new EventEmitter(), { close: vi.fn(), terminate: vi.fn() });
  const actor = { userId: "user", sessionId: "session", role: "user" } as const;
  const stream = new PassThrough();
  const connection = new Connection(actor, webSocket as unknown as WebSocket, stream);
  return { webSocket, stream, connection };
}

test("one frame of any size reaches a reader for whom nothing waits: the longest answer can be shown", async () => {
  const { webSocket, connection } = createConnection();
  connection.write(Buffer.alloc(CLOSE_BYTES + 1));
  await nextTurn();
  expect(webSocket.close).not.toHaveBeenCalled();
  expect(connection.isSlow).toBe(true);
});

test("a reader for whom too much waits is closed before more is added", async () => {
  const { webSocket, connection } = createConnection();
  connection.write(Buffer.alloc(CLOSE_BYTES + 1));
  await nextTurn();
  connection.write(Buffer.alloc(1));
  expect(webSocket.close).toHaveBeenCalledExactlyOnceWith(4429);
  expect(connection.isClosing).toBe(true);
});

test("a reader that answered is asked again, one that did not is hung up at the next turn", () => {
  const { webSocket, connection } = createConnection();
  connection.checkPulse();
  connection.isAlive = true;
  connection.checkPulse();
  expect(webSocket.terminate).not.toHaveBeenCalled();
  connection.checkPulse();
  expect(webSocket.terminate).toHaveBeenCalledTimes(1);
});

test("a reader on a slow line that still reads is not hung up for the question that it has not reached", async () => {
  const { webSocket, stream, connection } = createConnection();
  for (let frame = 0; frame < 40; frame++) {
    connection.write(Buffer.alloc(60_000));
    await nextTurn();
  }
  connection.checkPulse();
  for (let turn = 0; turn < 3; turn++) {
    stream.read();
    await nextTurn();
    connection.checkPulse();
    expect(webSocket.terminate).not.toHaveBeenCalled();
  }
  connection.checkPulse();
  expect(webSocket.terminate).toHaveBeenCalledTimes(1);
});

test("a reader that stays slow is closed, though it answers every question: nobody holds megabytes for ever", async () => {
  const { webSocket, connection } = createConnection();
  connection.write(Buffer.alloc(CLOSE_BYTES / 2));
  await nextTurn();
  connection.checkPulse();
  expect(webSocket.close).not.toHaveBeenCalled();
  connection.isAlive = true;
  vi.advanceTimersByTime(SLOW_MS_MAX + 1);
  connection.checkPulse();
  expect(webSocket.close).toHaveBeenCalledExactlyOnceWith(4429);
});

test("a reader that has caught up is told once, and its slowness is forgotten", async () => {
  const { webSocket, stream, connection } = createConnection();
  const onCaughtUp = vi.fn();
  connection.reader = { onCaughtUp, checkPulse: () => {} };
  connection.write(Buffer.alloc(CLOSE_BYTES / 2));
  await nextTurn();
  stream.resume();
  await vi.waitFor(() => expect(onCaughtUp).toHaveBeenCalledTimes(1));
  vi.advanceTimersByTime(SLOW_MS_MAX + 1);
  connection.checkPulse();
  expect(webSocket.close).not.toHaveBeenCalled();
});
