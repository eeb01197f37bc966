import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BODY_BYTES_MAX } from "#inference/size-limits.ts";
import { boundedFetch } from "./bounded-fetch.ts";
import { EventReader } from "./event-reader.ts";
import type { ServerSentEvent } from "./event-splitter.ts";
import { StreamedResponse } from "./streamed-response.ts";

const EVENT_STREAM = { "content-type": "text/event-stream" };
const EVENT = "data: one\n\n";

let server: Server;
let url: string;
let answer: (...exchange: Parameters<RequestListener>) => void | Promise<void>;
/** Every connection that was made, also those that are gone. */
let sockets: Socket[];

beforeEach(async () => {
  sockets = [];
  server = createServer((request, response) => void answer(request, response));
  server.on("connection", (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/chat?a=b`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const openSockets = (): number => sockets.filter(({ destroyed }) => !destroyed).length;
const post = (init: RequestInit = {}): Promise<Response> => boundedFetch(url, { method: "POST", body: "{}", ...init });

async function* readEvents(response: Response): AsyncGenerator<ServerSentEvent[]> {
  const reader = new EventReader(response);
  try {
    for (let events = await reader.read(); events !== null; events = await reader.read()) yield events;
  } finally {
    reader.release();
  }
}

async function readAll(response: Response): Promise<string[]> {
  const seen: string[] = [];
  for await (const events of readEvents(response)) seen.push(...events.map(({ data }) => data));
  return seen;
}

test("asks with the caller's method, address, headers and text, and for no compression", async () => {
  const asked = Promise.withResolvers<unknown>();
  answer = async (request, response) => {
    const { method, url: address, headers } = request;
    const text = Buffer.concat(await request.toArray()).toString();
    asked.resolve({ method, address, text, headers });
    response.end("fine");
  };
  const response = await post({ body: "für dich", headers: { Authorization: "Bearer key", "content-type": "text/x" } });
  expect(await response.text()).toBe("fine");
  expect(await asked.promise).toMatchObject({
    method: "POST",
    address: "/v1/chat?a=b",
    text: "für dich",
    headers: { authorization: "Bearer key", "content-type": "text/x", "accept-encoding": "identity" },
  });
});

test("a header that came twice is there twice, and a redirect is not followed", async () => {
  answer = (_request, response) => void response.writeHead(307, { location: "/else", "x-a": ["1", "2"] }).end("moved");
  const response = await post();
  expect([response.status, response.ok, response.headers.get("location")]).toEqual([307, false, "/else"]);
  expect(response.headers.get("x-a")).toBe("1, 2");
  expect(await response.text()).toBe("moved");
});

test("an answer without a body is one", async () => {
  answer = (_request, response) => void response.writeHead(204).end();
  const response = await post();
  expect([response.status, await response.text()]).toEqual([204, ""]);
});

test.each(["POST", "GET"])("a %s that is answered with more than the limit in one piece fails", async (method) => {
  answer = (_request, response) => void response.writeHead(500).end("x".repeat(BODY_BYTES_MAX + 1));
  const response = await boundedFetch(url, { method });
  await expect(response.text()).rejects.toMatchObject({ code: "provider-stream-broken", isRetryable: false });
  await expect.poll(openSockets).toBeLessThanOrEqual(1);
});

test("what is not asked for by a POST is read in one piece, also where it says that it is a stream", async () => {
  answer = (_request, response) => void response.writeHead(200, EVENT_STREAM).end(EVENT);
  expect(await (await boundedFetch(url)).text()).toBe(EVENT);
});

test("an answer that is compressed although that was not asked for is read", async () => {
  answer = (_request, response) =>
    void response.writeHead(200, { ...EVENT_STREAM, "content-encoding": "gzip" }).end(gzipSync(EVENT + EVENT));
  expect(await readAll(await post())).toEqual(["one", "one"]);
  answer = (_request, response) => void response.writeHead(400, { "content-encoding": "gzip" }).end(gzipSync("why"));
  expect(await (await post()).text()).toBe("why");
});

// Not always one: undici lets a connection rest for a turn of the loop before it is used again.
test("answers that were read to their end share connections", async () => {
  answer = (_request, response) => void response.writeHead(200, EVENT_STREAM).end(EVENT);
  for (let turn = 0; turn < 9; turn += 1) expect(await readAll(await post())).toEqual(["one"]);
  expect(sockets.length).toBeLessThanOrEqual(2);
});

test("a reader that has what it wants gives the connection back once the answer ends", async () => {
  const ended = Promise.withResolvers<() => void>();
  answer = (_request, response) => {
    response.writeHead(200, EVENT_STREAM).write(EVENT);
    ended.resolve(() => response.end());
  };
  for await (const events of readEvents(await post())) if (events.length > 0) break;
  (await ended.promise)();
  answer = (_request, response) => void response.writeHead(200, EVENT_STREAM).end(EVENT);
  await expect
    .poll(async () => {
      await readAll(await post());
      return sockets.length;
    })
    .toBeLessThanOrEqual(2);
  expect(sockets[0]?.destroyed).toBe(false);
});

test("a connection whose answer goes on although nobody reads is closed", async () => {
  answer = (_request, response) => {
    response.writeHead(200, EVENT_STREAM).write(EVENT);
    const writing = setInterval(() => response.write(EVENT), 5);
    response.once("close", () => clearInterval(writing));
  };
  for await (const events of readEvents(await post())) if (events.length > 0) break;
  await expect.poll(openSockets).toBe(0);
});

test("a connection whose answer does not end is closed a moment after its reader left", async () => {
  answer = (_request, response) => void response.writeHead(200, EVENT_STREAM).write(EVENT);
  for await (const events of readEvents(await post())) if (events.length > 0) break;
  await expect.poll(openSockets, { timeout: 4_000 }).toBe(0);
});

test("an abort refuses an answer that has not begun, with its reason, and hangs up", async () => {
  const asked = Promise.withResolvers<void>();
  answer = () => asked.resolve();
  const controller = new AbortController();
  const response = post({ signal: controller.signal });
  await asked.promise;
  controller.abort(new Error("enough"));
  await expect(response).rejects.toThrow("enough");
  await expect.poll(openSockets).toBe(0);
  await expect(post({ signal: controller.signal })).rejects.toThrow("enough");
  expect(sockets).toHaveLength(1);
});

test("an abort in the middle of an answer breaks it with its reason, drops what was not read, and hangs up", async () => {
  answer = (_request, response) => void response.writeHead(200, EVENT_STREAM).write(EVENT);
  const controller = new AbortController();
  const events = readEvents(await post({ signal: controller.signal }));
  expect(await events.next()).toMatchObject({ value: [{ data: "one" }] });
  const next = events.next();
  controller.abort(new Error("enough"));
  await expect(next).rejects.toThrow("enough");
  await expect.poll(openSockets).toBe(0);
});

test("an abort in the middle of an answer in one piece breaks that too", async () => {
  answer = (_request, response) => void response.writeHead(500).write("half");
  const controller = new AbortController();
  const response = await post({ signal: controller.signal });
  const text = response.text();
  controller.abort(new Error("enough"));
  await expect(text).rejects.toThrow("enough");
  await expect.poll(openSockets).toBe(0);
});

test("an answer whose connection breaks is read as far as it came, and then breaks", async () => {
  answer = (_request, response) => {
    response.writeHead(200, EVENT_STREAM);
    response.write(EVENT, () => response.socket?.destroy());
  };
  const events = readEvents(await post());
  expect(await events.next()).toMatchObject({ value: [{ data: "one" }] });
  await expect(events.next()).rejects.toMatchObject({ code: "UND_ERR_SOCKET" });
});

test("an answer that is shorter than it said breaks", async () => {
  answer = (_request, response) => {
    response.writeHead(200, { ...EVENT_STREAM, "content-length": "100", connection: "close" });
    response.write(EVENT, () => response.socket?.end());
  };
  const events = readEvents(await post());
  expect(await events.next()).toMatchObject({ value: [{ data: "one" }] });
  await expect(events.next()).rejects.toBeInstanceOf(Error);
});

test("an answer that nobody reads is not taken from its connection, and is whole once it is read", async () => {
  const line = `data: ${"x".repeat(64 * 1024)}\n\n`;
  const isFull = Promise.withResolvers<void>();
  const lines = 400;
  answer = async (_request, response) => {
    response.writeHead(200, EVENT_STREAM);
    for (let sent = 0; sent < lines; sent += 1) {
      if (response.write(line)) continue;
      if (sent > 0) isFull.resolve();
      await new Promise((resolve) => response.once("drain", resolve));
    }
    response.end();
  };
  const response = await post();
  await isFull.promise;
  expect(response).toBeInstanceOf(StreamedResponse);
  const written = sockets[0]?.bytesWritten ?? 0;
  expect(written).toBeLessThan(lines * line.length);
  expect((await readAll(response)).reduce((sum, { length }) => sum + length, 0)).toBe(lines * 64 * 1024);
});

test("a hundred answers at once, half of them broken off, leave the connections of the others and no more", async () => {
  answer = (request, response) => {
    response.writeHead(200, EVENT_STREAM).write(EVENT);
    if (request.headers["x-ends"] === "true") setImmediate(() => response.end(EVENT));
  };
  const take = async (ends: boolean): Promise<void> => {
    const controller = new AbortController();
    const events = readEvents(await post({ signal: controller.signal, headers: { "x-ends": `${ends}` } }));
    expect((await events.next()).value).not.toEqual([]);
    if (!ends) controller.abort(new Error("enough"));
    if (ends) for await (const rest of events) expect(rest).not.toEqual([]);
    else await expect(events.next()).rejects.toThrow("enough");
  };
  await Promise.all(Array.from({ length: 100 }, (_none, index) => take(index % 2 === 0)));
  await expect.poll(openSockets).toBe(50);
});
