import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHostileServer, type HostileServer } from "#inference/simulator/start-hostile-server.ts";

const HEAD = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n";
const EVENTS = [
  'data: {"choices":[{"delta":{"content":"Hi"}}]}\n\n',
  'data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"c","function":{"name":"f"}}]}}]}\n\n',
  'data: {"choices":[{"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":1}}\n\n',
  "data: [DONE]\n\n",
];
const WHOLE = EVENTS.join("");
const CHUNKED = `${EVENTS.map((event) => `${event.length.toString(16)}\r\n${event}\r\n`).join("")}0\r\n\r\n`;

/** Answers that are right, to begin with. */
const ANSWERS = [
  `${HEAD}transfer-encoding: chunked\r\n\r\n${CHUNKED}`,
  `${HEAD}content-length: ${WHOLE.length}\r\n\r\n${WHOLE}`,
  `HTTP/1.1 103 Early Hints\r\nlink: <a>\r\n\r\n${HEAD}transfer-encoding: chunked\r\n\r\n${CHUNKED}`,
  `HTTP/1.0 200 OK\r\n\r\n${WHOLE}`,
  'HTTP/1.1 429 Slow\r\nretry-after: 3\r\ncontent-length: 31\r\n\r\n{"error":{"message":"too much"}}',
  "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\nconnection: close\r\n\r\nnot packed",
  "HTTP/1.1 304 Not Modified\r\ncontent-length: 5\r\n\r\nhello",
];

/** What HTTP understands, and what it does not. */
const WORDS = [
  "\r\n",
  "\r\n\r\n",
  "0\r\n\r\n",
  "HTTP/1.1 100 Continue\r\n\r\n",
  "HTTP/1.1 101 X\r\nupgrade: a\r\nconnection: upgrade\r\n\r\n",
  "transfer-encoding: chunked\r\n",
  "content-length: 3\r\n",
  "content-encoding: gzip\r\n",
  "connection: close\r\n",
  "keep-alive: timeout=0\r\n",
  "fffffff",
  "-1",
  "\0",
  "\u{ff}",
];

const place = fc.double({ min: 0, max: 1, noNaN: true });
const edit = fc.oneof(
  fc.record({ at: place, removes: fc.nat(20), inserts: fc.constantFrom("", ...WORDS, ...ANSWERS) }),
  fc.record({ at: place, removes: fc.constant(1), inserts: fc.nat(255).map((code) => String.fromCharCode(code)) }),
  fc.record({ at: place, removes: fc.constant(10_000), inserts: fc.constant("") }),
);

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.close());

test("whatever bytes a server answers with, in whatever pieces, the answer ends once and nothing crashes", async () => {
  const answer = fc.tuple(fc.constantFrom(...ANSWERS), fc.array(edit, { minLength: 1, maxLength: 4 }), place);
  const limits = { responseStartMs: 200, stallMs: 200, answerMs: 1_000, afterFinishMs: 100 };
  await fc.assert(
    fc.asyncProperty(answer, async ([text, edits, cutAt]) => {
      let bytes = text;
      for (const { at, removes, inserts } of edits) {
        const from = Math.floor(at * bytes.length);
        bytes = bytes.slice(0, from) + inserts + bytes.slice(from + removes);
      }
      const sent = Buffer.from(bytes, "latin1");
      const cut = Math.floor(cutAt * sent.length);
      const { parts } = await server.ask(() => [sent.subarray(0, cut), sent.subarray(cut)], limits);
      const ends = parts.filter(({ type }) => type === "finish" || type === "error");
      expect([ends.length, parts.at(-1)]).toEqual([1, ends[0]]);
    }),
    { numRuns: 300, seed: 5 },
  );
}, 120_000);
