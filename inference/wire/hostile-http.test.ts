import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { startHostileServer, type HostileServer } from "#inference/simulator/start-hostile-server.ts";
import type { TimeLimits } from "#inference/time-limits.ts";

const HEAD = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n";
const CHUNKED = `${HEAD}transfer-encoding: chunked\r\n\r\n`;
const EVENT = `data: ${JSON.stringify({ choices: [{ delta: { content: "a" } }] })}\n\n`;

/** What a test may be kept waiting: these servers take for ever. */
const SHORT: Partial<TimeLimits> = { responseStartMs: 300, stallMs: 300, answerMs: 600, afterFinishMs: 300 };

/** What holds on a machine that does other things meanwhile. Nothing here ends by itself: without its limit a test fails for time. */
const LITTLE_MB = 128;
vi.setConfig({ testTimeout: 30_000 });

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.close());
afterEach(() => expect.poll(server.countConnections).toBe(0));

function* forever<Piece>(start: Piece, ...pieces: Piece[]): Generator<Piece> {
  yield start;
  for (;;) yield* pieces;
}

const failure = (message: string): object => ({ type: "error", error: { message: expect.stringContaining(message) } });
const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;

test.each([
  ["headers without end", HEAD, "x-more: and more\r\n".repeat(500)],
  ["a header without end", `${HEAD}x-more: `, "x".repeat(10_000)],
  ["a header's name without end", HEAD, "x".repeat(10_000)],
  ["trailers without end", `${CHUNKED}${chunk(EVENT)}0\r\n`, "x-more: and more\r\n".repeat(500)],
])("of %s no more than 16 KB is read", async (_what, start, piece) => {
  const { parts, peakMb } = await server.ask(() => forever(start, piece));
  expect(parts.at(-1)).toMatchObject(failure("Headers Overflow"));
  expect(peakMb).toBeLessThan(LITTLE_MB);
});

test.each([
  ["headers that come a byte at a time", HEAD, "x", 5],
  ["a status line without end", "HTTP/1.1 200 ", "x".repeat(10_000), 0],
  ["an error that comes a byte at a time", "HTTP/1.1 500 No\r\nconnection: close\r\n\r\n", "x", 5],
])("%s: no longer than an answer may take to begin", async (_what, ...pieces) => {
  const { parts, peakMb } = await server.ask(() => forever<string | number>(...pieces), SHORT);
  expect(parts).toMatchObject([failure("did not answer within 300 ms")]);
  expect(peakMb).toBeLessThan(LITTLE_MB);
});

test("interim answers without end are given up after a hundred", async () => {
  const interim = "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n";
  const { parts } = await server.ask(() => forever(interim, interim));
  expect(parts).toMatchObject([failure("more than 100 interim answers")]);
});

test("an answer behind a few interim ones is read", async () => {
  const interim = "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n";
  const { parts } = await server.ask(() => [interim.repeat(9), CHUNKED, chunk(EVENT), "0\r\n\r\n"]);
  expect(parts).toContainEqual({ type: "text-delta", text: "a" });
});

test("an answer that drips for ever, lively as it is, ends at the limit of an answer", async () => {
  const drip = (): Iterable<string | number> => forever<string | number>(CHUNKED, chunk(": still here\n"), 5);
  const { parts } = await server.ask(drip, { ...SHORT, stallMs: 10_000 });
  expect(parts).toMatchObject([failure("lasts longer than 600 ms")]);
});

test("a chunk whose extension never ends is silence", async () => {
  const { parts, peakMb } = await server.ask(() => forever(`${CHUNKED}${chunk(EVENT)}1;`, "x".repeat(10_000)), SHORT);
  expect(parts.at(-1)).toMatchObject(failure("nothing came for 300 ms"));
  expect(peakMb).toBeLessThan(LITTLE_MB);
});

test.each([
  ["an error", "HTTP/1.1 500 No\r\ncontent-encoding: gzip\r\nconnection: close\r\n\r\n", "larger than"],
  ["an answer", `${HEAD}content-encoding: gzip\r\nconnection: close\r\n\r\n`, "one event of more than"],
])(
  "%s that unpacks to a thousand times its size is unpacked up to the limit only",
  async (_what, head, why) => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, "x"));
    const { parts, peakMb } = await server.ask(() => [head, bomb]);
    expect(parts).toMatchObject([failure(why)]);
    expect(peakMb).toBeLessThan(LITTLE_MB);
  },
  20_000,
);

test.each([
  [
    "an answer that nobody asked for, behind the first",
    `${CHUNKED}${chunk(EVENT)}0\r\n\r\n${CHUNKED}${chunk(EVENT)}0\r\n\r\n`,
  ],
  ["more than was announced", `${HEAD}content-length: ${EVENT.length}\r\n\r\n${EVENT.repeat(3)}`],
])("%s is not read", async (_what, text) => {
  const { parts } = await server.ask(() => [text]);
  expect(parts.filter(({ type }) => type === "text-delta")).toHaveLength(1);
});

test.each([
  ["another protocol", "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n"],
  ["nothing", ""],
  ["what is no HTTP", "220 mail.example.org ESMTP\r\n"],
  ["an impossible length", `${HEAD}content-length: -1\r\n\r\n`],
  ["two lengths", `${HEAD}content-length: 5\r\ncontent-length: 6\r\n\r\n`],
  ["an impossible chunk", `${CHUNKED}ffffffffffffffffffff\r\n`],
  ["an impossible status", "HTTP/1.1 999 What\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"],
])("a server that answers with %s is an error and nothing worse", async (_what, text) => {
  const { parts } = await server.ask(() => [text], SHORT);
  expect(parts).toMatchObject([{ type: "error" }]);
});
