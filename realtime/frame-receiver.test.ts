import { PassThrough } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { v7 as createId } from "uuid";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { WebSocket } from "ws";
import { CLOSE_BYTES, Connection } from "./connection.ts";
import { Connections } from "./connections.ts";
import { FrameReceiver } from "./frame-receiver.ts";
import type { Gateway } from "./gateway.ts";
import type { PeerSocket } from "./peer-socket.ts";
import { LARGE_FRAME_WITHIN_MS } from "./unfinished-frame.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

const ACTOR = { userId: "user", sessionId: "session", role: "user" } as const;
const leaving = (): Buffer =>
  Buffer.from(JSON.stringify({ type: "conversation.unsubscribe", requestId: "r", conversationId: createId() }));

/** A receiver of a socket whose reader reads nothing; `leave` is what its frames do. */
function createReceiver(leave: (connection: Connection) => void = () => {}) {
  const webSocket = {
    isPaused: false,
    close: vi.fn(),
    terminate: vi.fn(),
    pong: vi.fn(),
    pause: () => (webSocket.isPaused = true),
    resume: () => (webSocket.isPaused = false),
  };
  const stream = new PassThrough();
  const connection = new Connection(ACTOR, webSocket as unknown as WebSocket, stream);
  const connections = new Connections();
  const rooms = { leave: vi.fn(leave), leaveAll: vi.fn(), catchUp: vi.fn() };
  const gateway = { connections, rooms, context: { logger: { info: vi.fn() } } } as unknown as Gateway;
  const receiver = new FrameReceiver(gateway, connection, webSocket as unknown as PeerSocket);
  return { receiver, connection, webSocket, stream, rooms, memory: connections.frameMemory };
}

test("frames that wait behind the one that ends the session are not served", async () => {
  const { receiver, rooms, memory, webSocket } = createReceiver((connection) => connection.close("sessionEnded"));
  for (let index = 0; index < 10; index++) receiver.onFrame(leaving(), false);
  await nextTurn();
  expect(rooms.leave).toHaveBeenCalledTimes(1);
  expect(webSocket.close).toHaveBeenCalledExactlyOnceWith(4410);
  expect(memory.total).toBe(0);
});

test("who does not read the answers is not read, and is served again once it has caught up", async () => {
  const { receiver, connection, webSocket, stream, rooms } = createReceiver();
  connection.write(Buffer.alloc(CLOSE_BYTES / 2));
  await nextTurn();
  for (let index = 0; index < 5; index++) receiver.onFrame(leaving(), false);
  await nextTurn();
  expect(rooms.leave).not.toHaveBeenCalled();
  expect(webSocket.isPaused).toBe(true);
  stream.resume();
  await vi.waitFor(() => expect(rooms.leave).toHaveBeenCalledTimes(5));
  expect(rooms.catchUp).toHaveBeenCalledTimes(1);
  expect(webSocket.isPaused).toBe(false);
});

test("large frames are read one by one, and what waits is counted until it is served", async () => {
  const { receiver, webSocket, memory } = createReceiver();
  receiver.onFrame(Buffer.alloc(200_000), false);
  receiver.onFrame(Buffer.alloc(200_000), false);
  expect(webSocket.isPaused).toBe(true);
  expect(memory.total).toBe(400_000);
  await nextTurn();
  expect(webSocket.isPaused).toBe(false);
  expect(memory.total).toBe(0);
});

test("a large frame that is not whole after a minute closes its socket; one that came whole is forgotten", () => {
  const { receiver, webSocket, memory } = createReceiver();
  receiver.onChunk(60_000);
  receiver.onChunk(60_000);
  expect(memory.total).toBeGreaterThanOrEqual(120_000);
  receiver.onFrame(Buffer.alloc(150_000 - 14), false);
  receiver.onChunk(30_000);
  vi.advanceTimersByTime(LARGE_FRAME_WITHIN_MS + 1);
  receiver.checkPulse();
  expect(webSocket.close).not.toHaveBeenCalled();
  receiver.onChunk(70_000);
  receiver.checkPulse();
  expect(webSocket.close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(LARGE_FRAME_WITHIN_MS + 1);
  receiver.checkPulse();
  expect(webSocket.close).toHaveBeenCalledExactlyOnceWith(4429);
  expect(memory.total).toBe(0);
});

test("a ping between the pieces of a frame does not hide what came of it", () => {
  const { receiver, memory } = createReceiver();
  for (let index = 0; index < 10; index++) {
    receiver.onPing(Buffer.alloc(0));
    receiver.onChunk(50_000);
  }
  expect(memory.total).toBeGreaterThan(490_000);
});

test("hours of answers to our questions count for nothing", () => {
  const { receiver, connection, memory } = createReceiver();
  for (let index = 0; index < 1_000; index++) {
    connection.isAlive = false;
    receiver.onPong(Buffer.alloc(0));
    receiver.onChunk(6);
  }
  expect(memory.total).toBe(0);
});

test("a byte in a chunk of its own counts for what it costs", () => {
  const { receiver, memory } = createReceiver();
  for (let index = 0; index < 1_000; index++) receiver.onChunk(1);
  expect(memory.total).toBeGreaterThan(100_000);
});

test("a person whose unfinished frames fill the share of one is closed, by the socket that asks for more", () => {
  const { receiver, memory, webSocket } = createReceiver();
  memory.change(ACTOR.userId, 7_990_000);
  receiver.onChunk(5_000);
  expect(webSocket.close).not.toHaveBeenCalled();
  receiver.onChunk(15_000);
  expect(webSocket.close).toHaveBeenCalledExactlyOnceWith(4413);
});

test("a small frame passes while others fill the memory of the process", async () => {
  const { receiver, memory, webSocket, rooms } = createReceiver();
  memory.change("somebody else", 1_000_000_000);
  receiver.onFrame(leaving(), false);
  receiver.onChunk(leaving().length + 6);
  await nextTurn();
  expect(rooms.leave).toHaveBeenCalledTimes(1);
  expect(webSocket.close).not.toHaveBeenCalled();
});

test("what a socket left unsaid is forgotten when it is gone", () => {
  const { receiver, memory, rooms } = createReceiver();
  receiver.onChunk(100_000);
  receiver.onClose();
  expect(memory.total).toBe(0);
  expect(rooms.leaveAll).toHaveBeenCalledTimes(1);
});
