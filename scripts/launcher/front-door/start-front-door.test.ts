import { afterEach, expect, test } from "vitest";
import { createServer, request as sendRequest, type ServerResponse } from "node:http";
import { createClientFinder } from "./find-client.ts";
import type { FrontDoorOptions } from "./start-front-door.ts";
import { closeServer, listenOn, portOf, sendRaw, startTestDoor, type TestDoor } from "../testing/start-test-door.ts";

let door: TestDoor;

afterEach(() => door.close());

async function openDoor(options: Partial<FrontDoorOptions> & { isClosed?: boolean } = {}): Promise<TestDoor> {
  door = await startTestDoor(options);
  return door;
}

function get(path: string, headers: readonly string[] = []): string {
  return [`GET ${path} HTTP/1.1`, "Host: chat.example.org", "Connection: close", ...headers, "", ""].join("\r\n");
}

test("a request reaches web with its body, and the answer comes back with its status and headers", async () => {
  const { port } = await openDoor();
  door.respond = (_request, response) =>
    response.writeHead(207, "Some", { "x-own": "1", "set-cookie": ["a=1", "b=2"] }).end("ok");
  const response = await fetch(`http://127.0.0.1:${port}/some/path?x=%20y`, { method: "POST", body: "the body" });
  expect([response.status, response.statusText, await response.text()]).toEqual([207, "Some", "ok"]);
  expect(response.headers.get("x-own")).toBe("1");
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(door.seen[0]).toMatchObject({ method: "POST", url: "/some/path?x=%20y", body: "the body" });
});

test("a body in chunks arrives whole, also where its method seldom has one", async () => {
  const { port } = await openDoor();
  const text = `DELETE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n`;
  expect(await sendRaw(port, text)).toContain("200 OK");
  expect(door.seen[0]).toMatchObject({ method: "DELETE", body: "abcde" });
});

test("who asks is said by us: what a client says of that, or of Next's inside, is dropped", async () => {
  const { port } = await openDoor();
  await sendRaw(
    port,
    get("/", [
      "X-Forwarded-For: 6.6.6.6",
      "X-Forwarded-Host: evil.example",
      "X-Forwarded-Proto: https",
      "X-Forwarded-Port: 1",
      "Forwarded: for=6.6.6.6",
      "X-Real-IP: 6.6.6.6",
      "X-User-Id: admin",
      "X-Middleware-Subrequest: middleware",
      "X-Invoke-Path: /admin",
      "CF-Connecting-IP: 6.6.6.6",
      "Accept: text/plain",
    ]),
  );
  expect(door.seen[0]?.headers).toEqual({
    host: "chat.example.org",
    accept: "text/plain",
    connection: "keep-alive",
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-host": "chat.example.org",
    "x-forwarded-proto": "http",
  });
});

test("a trusted proxy is believed: the last address that is not itself trusted, its host and its protocol", async () => {
  const { port } = await openDoor({ findClient: createClientFinder(["127.0.0.0/8", "10.0.0.0/8", "::1"]) });
  const forwarded = ["X-Forwarded-For: 6.6.6.6, 203.0.113.9, 10.1.2.3", "X-Forwarded-Host: public.example.org"];
  await sendRaw(port, get("/", [...forwarded, "X-Forwarded-Proto: https"]));
  expect(door.seen[0]?.headers).toMatchObject({
    "x-forwarded-for": "203.0.113.9",
    "x-forwarded-host": "public.example.org",
    "x-forwarded-proto": "https",
  });
});

test("a connection's own headers stay with it, and none that frames a request can be talked away", async () => {
  const { port } = await openDoor();
  door.respond = (_request, response) =>
    response.writeHead(200, { connection: "X-Hop", "x-hop": "1", "keep-alive": "timeout=9" }).end();
  const body = [
    "POST / HTTP/1.1",
    "Host: a",
    "Connection: close, X-Secret, Content-Length, Host",
    "X-Secret: 1",
    "TE: trailers",
  ];
  const answer = await sendRaw(port, [...body, "Content-Length: 3", "", "abc"].join("\r\n"));
  expect(answer.toLowerCase()).not.toContain("x-hop");
  expect(door.seen[0]?.body).toBe("abc");
  expect(door.seen[0]?.headers).toMatchObject({ host: "a", "content-length": "3" });
  expect(door.seen[0]?.headers).not.toHaveProperty("x-secret");
  expect(door.seen[0]?.headers).not.toHaveProperty("te");
});

test.for([
  [
    "both a length and chunks",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG",
  ],
  ["two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
  ["chunks under another name", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"],
  ["a header with a space before its colon", "GET / HTTP/1.1\r\nHost: a\r\nX-A : b\r\n\r\n"],
  ["a folded header", "GET / HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c: d\r\n\r\n"],
  ["no host", "GET / HTTP/1.1\r\n\r\n"],
  ["two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n"],
  ["a host that is none", "GET / HTTP/1.1\r\nHost: a/b@c\r\nConnection: close\r\n\r\n"],
  [
    "another server's address as its target",
    "GET http://169.254.169.254/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
  ],
] as const)("a request with %s is refused and reaches nobody", async ([, text]) => {
  const { port } = await openDoor();
  expect(await sendRaw(port, text)).toMatch(/^HTTP\/1\.1 400 /);
  expect(door.seen).toEqual([]);
});

test("while web starts again a browser sees the waiting page", async () => {
  const { port } = await openDoor();
  await fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
  const webPort = portOf(door.web);
  await closeServer(door.web);
  const page = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: "text/html" } });
  expect([page.status, await page.text()]).toEqual([503, expect.stringContaining("getting ready")]);
  await listenOn(door.web, webPort);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
});

test("a connection to web is used again", async () => {
  const { port } = await openDoor();
  const connections: unknown[] = [];
  door.web.on("connection", (socket) => connections.push(socket));
  for (let count = 0; count < 3; count++) await fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
  expect(connections).toHaveLength(1);
});

test("a web process that is replaced is let go with its last answer, or it could not end", async () => {
  const { port } = await openDoor();
  const asked = Promise.withResolvers<ServerResponse>();
  door.respond = (_request, response) => asked.resolve(response);
  const answer = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
  const response = await asked.promise;
  const leaving = door.web;
  leaving.keepAliveTimeout = 65_000;
  door.web = createServer((_request, own) => own.end("from the next"));
  await listenOn(door.web, 0);
  const left = new Promise((resolve) => leaving.close(resolve));
  response.end("the last");
  expect(await answer).toBe("the last");
  await left;
  expect(await fetch(`http://127.0.0.1:${port}/`).then((next) => next.text())).toBe("from the next");
});

test("a question that a leaving web process did not take goes to the one in its place", async () => {
  const { port } = await openDoor();
  const ask = () => fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
  expect(await ask()).toBe("from web");
  const next = createServer((_request, own) => own.end("from the next"));
  await listenOn(next, 0);
  const leaving = door.web;
  door.respond = (request) => {
    door.web = next;
    leaving.close();
    request.socket.destroy();
  };
  expect(await ask()).toBe("from the next");
});

test("an answer that breaks off breaks off for the client: it never looks complete", async () => {
  const { port } = await openDoor();
  door.respond = (_request, response) => {
    response.writeHead(200, { "content-type": "text/plain" });
    response.write("half", () => response.destroy());
  };
  const response = await fetch(`http://127.0.0.1:${port}/`);
  await expect(response.text()).rejects.toThrow("terminated");
});

test("a client that goes away ends its request to web", async () => {
  const gone = Promise.withResolvers<void>();
  const { port } = await openDoor();
  door.respond = (_request, response) => {
    response.writeHead(200);
    response.write("first");
    response.once("close", () => gone.resolve());
  };
  const request = sendRequest({ host: "127.0.0.1", port }, (response) =>
    response.once("data", () => request.destroy()),
  );
  request.on("error", () => undefined);
  request.end();
  await expect(gone.promise).resolves.toBeUndefined();
});

test("an answer streams: its first piece arrives while the rest is still to come", async () => {
  const more = Promise.withResolvers<void>();
  const { port } = await openDoor();
  door.respond = (_request, response) => {
    response.write("first");
    void more.promise.then(() => response.end("second"));
  };
  const response = await fetch(`http://127.0.0.1:${port}/`);
  const reader = response.body?.getReader();
  const decode = (value: Uint8Array | undefined) => new TextDecoder().decode(value);
  expect(decode((await reader?.read())?.value)).toBe("first");
  more.resolve();
  expect(decode((await reader?.read())?.value)).toBe("second");
});

test("a pipelined second request is answered after the first", async () => {
  const { port } = await openDoor();
  const first = "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n";
  expect((await sendRaw(port, first + get("/2"))).match(/200 OK/g)).toHaveLength(2);
  expect(door.seen.map(({ url }) => url)).toEqual(["/1", "/2"]);
});

test("/healthz says that the front door lives, /readyz which processes can work", async () => {
  const readiness = { isReady: false, processes: { web: true, realtime: false, workers: true } };
  const { port } = await openDoor({ findReadiness: async () => readiness });
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
  const processes = { web: "ready", realtime: "not-ready", workers: "ready" };
  expect([answer.status, await answer.json()]).toEqual([503, { status: "not-ready", processes }]);
  readiness.isReady = true;
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  expect(door.seen).toEqual([]);
});

test("/readyz says that nothing is ready while the door is closed, however ready the processes are", async () => {
  const { port } = await openDoor({ isClosed: true });
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect([answer.status, await answer.json()]).toMatchObject([503, { status: "not-ready" }]);
});
