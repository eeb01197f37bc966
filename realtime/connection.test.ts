import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import type { WebSocket } from "ws";
import { CLOSE_BYTES, Connection } from "./connection.ts";

/** A connection whose reader reads nothing, and the library's end of it. */
function createConnection() {
  const webSocket = Object.assign(new EventEmitter(), { close: vi.fn(), terminate: vi.fn() });
  const actor = { userId: "user", sessionId: "session", role: "user" } as const;
  const connection = new Connection(actor, webSocket as unknown as WebSocket, new PassThrough());
  return { webSocket, connection };
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
