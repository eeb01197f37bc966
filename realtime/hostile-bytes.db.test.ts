import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { v7 as createId } from "uuid";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { CLIENT_FRAME_BYTES_MAX, SOCKET_CLOSE_CODES } from "#contracts/socket-constants.ts";
import { type ClientFrameBytes, encodeClientFrame } from "#scripts/testing/gateway/encode-client-frame.ts";
import { type HealthyViewer, startHealthyViewer } from "#scripts/testing/gateway/healthy-viewer.ts";
import { RawSocket } from "#scripts/testing/gateway/raw-socket.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import type { Actor } from "#server/context.ts";
import { issueSocketTicket } from "#server/domains/accounts/index.ts";

let gateway: TestGateway;
let attacker: Actor;
let healthy: HealthyViewer;
beforeAll(async () => {
  gateway = await startTestGateway();
  attacker = await gateway.createActor();
  healthy = await startHealthyViewer(gateway);
});
// Whatever happened to another socket, this one heard every word in its place.
afterEach(() => healthy.goesOn());
afterAll(async () => {
  expect(await healthy.end()).toBe(true);
  await gateway.close();
});

const open = async (): Promise<RawSocket> =>
  RawSocket.open(gateway.server.port, await issueSocketTicket(gateway.context, attacker));

const deflated = deflateRawSync(Buffer.alloc(50_000_000), { level: 9 });
const CODES = SOCKET_CLOSE_CODES;

test.each<[string, ClientFrameBytes[], number]>([
  ["a frame that is not masked", [{ payload: "{}", isMasked: false }], CODES.protocolError],
  ["a compressed frame that unpacks to 50 MB", [{ payload: deflated, reserved: 0x40 }], CODES.protocolError],
  ["a frame with reserved bits", [{ payload: "{}", reserved: 0x30 }], CODES.protocolError],
  ["a frame of no kind", [{ payload: "{}", opcode: 3 }], CODES.protocolError],
  ["a control frame of no kind", [{ opcode: 11 }], CODES.protocolError],
  ["a piece of nothing", [{ opcode: 0, payload: "{}" }], CODES.protocolError],
  ["a frame within a frame", [{ payload: "{", isFinal: false }, { payload: "{}" }], CODES.protocolError],
  ["a ping in pieces", [{ opcode: 9, isFinal: false }], CODES.protocolError],
  ["a ping that is too long", [{ opcode: 9, payload: Buffer.alloc(126) }], CODES.protocolError],
  ["a goodbye of one byte", [{ opcode: 8, payload: Buffer.alloc(1) }], CODES.protocolError],
  ["a goodbye with no code of this world", [{ opcode: 8, payload: Buffer.from([0x03, 0xed]) }], CODES.protocolError],
  ["a goodbye in bad UTF-8", [{ opcode: 8, payload: Buffer.from([0x03, 0xe8, 0xff]) }], CODES.invalidText],
  ["bad UTF-8", [{ payload: Buffer.from([0x22, 0xc0, 0xaf, 0x22]) }], CODES.invalidText],
  ["bad UTF-8 over two pieces", [{ payload: Buffer.from([0xc3]), isFinal: false }, { opcode: 0 }], CODES.invalidText],
  ["a binary frame", [{ opcode: 2, payload: "{}" }], CODES.invalidFrame],
])("%s closes its socket with a code", async (_what, frames, code) => {
  const socket = await open();
  for (const frame of frames) socket.write(encodeClientFrame(frame));
  expect(await socket.closed).toBe(code);
});

test("a frame that is too large is refused by its head, before a byte of it is held", async () => {
  for (const length of [CLIENT_FRAME_BYTES_MAX + 1, 2 ** 32, 2 ** 52]) {
    const socket = await open();
    socket.write(encodeClientFrame({ length }));
    expect(await socket.closed).toBe(CODES.frameTooLarge);
  }
});

test("pieces that together are too large are refused at the first byte too many", async () => {
  const socket = await open();
  const piece = Buffer.alloc(CLIENT_FRAME_BYTES_MAX / 4, "x");
  for (let index = 0; index < 4; index++) {
    socket.write(encodeClientFrame({ payload: piece, opcode: index === 0 ? 1 : 0, isFinal: false }));
  }
  socket.write(encodeClientFrame({ opcode: 0, length: 1 }));
  expect(await socket.closed).toBe(CODES.frameTooLarge);
});

test.each([
  ["of a byte each", "x"],
  ["of nothing", ""],
])("a frame in thousands of pieces %s is refused", async (_what, payload) => {
  const socket = await open();
  socket.write(encodeClientFrame({ payload: "{", isFinal: false }));
  socket.write(
    Buffer.concat(Array.from({ length: 3_000 }, () => encodeClientFrame({ payload, opcode: 0, isFinal: false }))),
  );
  expect(await socket.closed).toBe(CODES.tooManyPieces);
});

test.each([
  ["pings", { opcode: 9, payload: "are you there?" }],
  ["answers to questions that nobody asked", { opcode: 10 }],
  ["empty frames", {}],
])("a flood of %s is endured for a while, and then its socket is closed", async (_what, frame) => {
  const socket = await open();
  socket.write(Buffer.concat(Array.from({ length: 5_000 }, () => encodeClientFrame(frame))));
  expect(await socket.closed).toBe(CODES.invalidFrame);
});

test("a ping is answered with its own words", async () => {
  const socket = await open();
  socket.write(encodeClientFrame({ opcode: 9, payload: "are you there?" }));
  await socket.until((text) => text.includes("are you there?"));
  expect(socket.text).toContain("\x8a\x0eare you there?");
  socket.stream.destroy();
});

test.each([
  ["two million brackets", "[".repeat(1_999_000)],
  ["a hundred thousand keys", `{${Array.from({ length: 100_000 }, (_, index) => `"key-${index}":0`).join(",")}}`],
])("%s are rejected unparsed", async (_what, payload) => {
  const socket = await open();
  socket.write(encodeClientFrame({ payload }));
  await socket.until((text) => text.includes("invalid-input"));
  expect(socket.text).toContain('"requestId":null');
  socket.stream.destroy();
});

test("what follows a goodbye is not read", async () => {
  const socket = await open();
  const conversationId = createId();
  const goodbye = encodeClientFrame({ opcode: 8, payload: Buffer.from([0x03, 0xe8]) });
  const frame = JSON.stringify({ type: "conversation.unsubscribe", requestId: "late", conversationId });
  socket.write(Buffer.concat([goodbye, encodeClientFrame({ payload: frame })]));
  expect(await socket.closed).toBe(1_000);
  expect(socket.text).not.toContain("late");
});

test("a client that never answers the goodbye is hung up after a second", async () => {
  const socket = await open();
  socket.write(encodeClientFrame({ opcode: 2 }));
  // It keeps its own side open and says nothing more.
  expect(await socket.closed).toBe(CODES.invalidFrame);
});

test("the codes that the socket library uses by itself are all in the closed list", () => {
  const library = dirname(createRequire(import.meta.url).resolve("ws"));
  const source = readFileSync(join(library, "lib/receiver.js"), "utf8");
  const own = [...source.matchAll(/^\s+(1\d{3}),$/gm)].map(([, code]) => Number(code));
  expect(own.length).toBeGreaterThan(10);
  expect([...new Set(own)].filter((code) => !Object.values<number>(CODES).includes(code))).toEqual([]);
});
