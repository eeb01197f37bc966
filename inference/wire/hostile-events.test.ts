import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startHostileServer, type HostileServer } from "#inference/simulator/start-hostile-server.ts";

const HEAD = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";

/** What holds on a machine that does other things meanwhile; without the limits it is ten seconds and a gigabyte. */
const LITTLE_MB = 256;
const HELD_UP_MS = 2_000;
vi.setConfig({ testTimeout: 60_000 });

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.close());

function* flood(piece: string): Generator<string> {
  const many = piece.repeat(Math.ceil(60_000 / piece.length));
  yield HEAD;
  for (;;) yield many;
}

test.each([
  ["blank lines", "\n"],
  ["events without content", "data: {}\n\n"],
  ["events with an empty delta", 'data: {"choices":[{"delta":{"content":""}}]}\n\n'],
  ["empty events", "data:\n\n"],
  ["comments", ":\n\n"],
  ["names of events", "event: x\n\n"],
])("a flood of %s ends soon, in little memory and without keeping all others waiting", async (_what, piece) => {
  const { parts, peakMb, heldUpMs } = await server.ask(() => flood(piece));
  expect(parts.at(-1)).toMatchObject({ type: "error", error: { code: "provider-stream-broken" } });
  expect(parts.length).toBeLessThan(5);
  expect(peakMb).toBeLessThan(LITTLE_MB);
  expect(heldUpMs).toBeLessThan(HELD_UP_MS);
});

test.each([
  ["millions of choices", `{"choices":[${"{},".repeat(1_300_000)}{}]}`],
  ["millions of choices that are none", `{"choices":[${"1,".repeat(1_900_000)}1]}`],
  ["lists in lists", `{"choices":${"[".repeat(1_900_000)}${"]".repeat(1_900_000)}}`],
  ["tool calls without number", `{"choices":[{"delta":{"tool_calls":[${'{"index":0},'.repeat(300_000)}{}]}}]}`],
  ["names without number", `{${Array.from({ length: 300_000 }, (_none, at) => `"${at}":1`).join(",")}}`],
])(
  "one event of %s is refused before anything is made of it",
  async (_what, data) => {
    const { parts, peakMb, heldUpMs } = await server.ask(() => [HEAD, `data: ${data}\n\n`]);
    expect(parts).toMatchObject([{ type: "error", error: { message: expect.stringContaining("values") } }]);
    expect(peakMb).toBeLessThan(LITTLE_MB);
    expect(heldUpMs).toBeLessThan(HELD_UP_MS);
  },
  20_000,
);

test("an error of megabytes is quoted in a line", async () => {
  const error = JSON.stringify({ error: { message: "No. ".repeat(1_900_000) } });
  const { parts, heldUpMs } = await server.ask(() => ["HTTP/1.1 400 No\r\nconnection: close\r\n\r\n", error]);
  expect(parts).toMatchObject([{ type: "error", error: { code: "provider-request-rejected", status: 400 } }]);
  expect(JSON.stringify(parts).length).toBeLessThan(2_000);
  expect(heldUpMs).toBeLessThan(HELD_UP_MS);
});
