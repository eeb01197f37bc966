import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { StreamedResponse } from "#inference/wire/streamed-response.ts";
import { catchAnswer } from "./catch-answer.ts";

let server: Server;
let url: string;
let answer: RequestListener;
beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const ask = (): Promise<Response> =>
  catchAnswer(async (fetch) => (await fetch(url, { method: "POST", body: "{}" })).json());

test("keeps the answer for its own reader, and gives the SDK nothing to read", async () => {
  answer = (_request, response) =>
    void response.writeHead(200, { "content-type": "text/event-stream" }).end("data: 1\n\n");
  let read: unknown;
  const caught = await catchAnswer(async (fetch) => {
    read = await (await fetch(url, { method: "POST", body: "{}" })).json();
  });
  expect(caught).toBeInstanceOf(StreamedResponse);
  expect(read).toEqual({});
});

test("an error keeps the pause that stands in its details alone, which the SDK would lose", async () => {
  const details = [{ "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "36s" }];
  const error = { code: 429, status: "RESOURCE_EXHAUSTED", message: "Quota exceeded.", details };
  answer = (_request, response) => void response.writeHead(429).end(JSON.stringify({ error }));
  await expect(ask()).rejects.toMatchObject({
    name: "ProviderError",
    code: "provider-rate-limited",
    message: "Quota exceeded.",
    status: 429,
    retryAfterMs: 36_000,
  });
});

test.each([
  [502, "provider-unavailable", true],
  [404, "provider-unreachable", false],
])("a page with status %s is an error that says its words", async (status, code, isRetryable) => {
  answer = (_request, response) => void response.writeHead(status).end("<html>\n<p>Something   else</p>");
  await expect(ask()).rejects.toMatchObject({ code, isRetryable, message: "<html> <p>Something else</p>" });
});

test("a redirect is not followed, and named", async () => {
  answer = (_request, response) => void response.writeHead(301, { location: "https://example.org/" }).end();
  await expect(ask()).rejects.toMatchObject({
    code: "provider-unreachable",
    message: expect.stringContaining("https://example.org/"),
  });
});

test.each([0, 2])("an SDK that makes %s calls of one is found out", async (calls) => {
  answer = (_request, response) => void response.writeHead(200, { "content-type": "application/json" }).end("{}");
  const asking = catchAnswer(async (fetch) => {
    for (let call = 0; call < calls; call += 1) await fetch(url);
  });
  await expect(asking).rejects.toThrow(`made ${calls} calls`);
});
