import { afterEach, expect, test } from "vitest";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocket } from "ws";
import { UNDER_WAY_MAX } from "./forward-upgrade.ts";
import type { FrontDoorOptions } from "./start-front-door.ts";
import {
  closeServer,
  listenOn,
  sendRaw,
  startTestDoor,
  toHandshake,
  type TestDoor,
} from "../testing/start-test-door.ts";

let door: TestDoor;

afterEach(() => door.close());

async function openDoor(options: Partial<FrontDoorOptions> & { isClosed?: boolean } = {}): Promise<TestDoor> {
  door = await startTestDoor(options);
  return door;
}

test("the socket's upgrade reaches realtime, who asks said by us, and frames pass both ways", async () => {
  const { port } = await openDoor();
  const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/ws?x=1`, ["polylogue.v1", "ticket.abc"], {
    headers: { "x-forwarded-for": "6.6.6.6", "x-user-id": "admin" },
    origin: "http://chat.example.org",
  });
  const echo = await new Promise<string>((resolve, reject) => {
    socket.once("open", () => socket.send("x".repeat(200_000)));
    socket.once("message", (data: Buffer) => resolve(data.toString()));
    socket.once("error", reject);
  });
  expect(echo).toHaveLength(200_000);
  expect(door.upgrades[0]?.url).toBe("/v1/ws?x=1");
  expect(door.upgrades[0]?.headers).toMatchObject({
    "x-forwarded-for": "127.0.0.1",
    "sec-websocket-protocol": "polylogue.v1,ticket.abc",
    origin: "http://chat.example.org",
  });
  expect(door.upgrades[0]?.headers).not.toHaveProperty("x-user-id");
  expect(door.webUpgrades).toEqual([]);
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.close(4_001);
  expect(await closed).toBe(4_001);
});

test.for([
  ["another path", toHandshake("/")],
  ["a path that only begins alike", toHandshake("/v1/ws/../../")],
  ["the path in another spelling", toHandshake("/v1/%77s")],
  ["Next's own socket", toHandshake("/_next/webpack-hmr")],
  ["another protocol", toHandshake("/v1/ws").replace("Upgrade: websocket", "Upgrade: h2c")],
  ["a body", toHandshake("/v1/ws", ["Content-Length: 3"])],
  ["another method", toHandshake("/v1/ws").replace("GET", "POST")],
] as const)("an upgrade with %s is refused and reaches neither process", async ([, text]) => {
  const { port } = await openDoor();
  expect(await sendRaw(port, text)).toMatch(/^HTTP\/1\.1 400 /);
  expect([door.seen, door.upgrades, door.webUpgrades]).toEqual([[], [], []]);
});

test("in development Next's own socket reaches Next, and nothing else does", async () => {
  const { port } = await openDoor({ isDevelopment: true });
  expect(await sendRaw(port, toHandshake("/_next/webpack-hmr"))).toMatch(/^HTTP\/1\.1 101 /);
  expect(await sendRaw(port, toHandshake("/other"))).toMatch(/^HTTP\/1\.1 400 /);
  expect(door.webUpgrades).toHaveLength(1);
});

test("a refused handshake ends the connection: a second request behind it is never read", async () => {
  const { port } = await openDoor();
  const smuggled = "GET /v1/ws?second HTTP/1.1\r\nHost: a\r\nX-User-Id: admin\r\n\r\n";
  expect(await sendRaw(port, toHandshake("/v1/ws?refuse") + smuggled)).toMatch(/^HTTP\/1\.1 401 Unauthorized/);
  expect(door.upgrades).toHaveLength(1);
});

test("without realtime the handshake is refused with 503", async () => {
  const { port } = await openDoor();
  await closeServer(door.realtime);
  expect(await sendRaw(port, toHandshake("/v1/ws"))).toMatch(/^HTTP\/1\.1 503 /);
  await listenOn(door.realtime, 0);
});

test("a handshake that realtime turns away is told when to come again, in realtime's words", async () => {
  const { port } = await openDoor();
  door.realtime.removeAllListeners("upgrade");
  door.realtime.on("upgrade", (_request, socket) => {
    socket.end("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n");
  });
  expect(await sendRaw(port, toHandshake("/v1/ws"))).toMatch(/^HTTP\/1\.1 429 .*\r\nRetry-After: 7\r\n/);
});

test("a client that does not read stops its process from writing, and gets every byte when it reads again", async () => {
  const { port } = await openDoor();
  const size = 32 * 1_024 * 1_024;
  door.realtime.removeAllListeners("upgrade");
  let written = 0;
  door.realtime.on("upgrade", (_request, socket) => {
    socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
    const more = (): void => {
      while (written < size) {
        written += 65_536;
        if (!socket.write(Buffer.alloc(65_536, "x"))) return void socket.once("drain", more);
      }
      socket.end();
    };
    more();
  });
  const socket = connect(port, "127.0.0.1");
  socket.write(toHandshake("/v1/ws"));
  await new Promise((resolve) => socket.once("readable", resolve));
  let before = -1;
  await expect.poll(() => before === (before = written), { interval: 100 }).toBe(true);
  expect(written).toBeLessThan(size);
  let read = 0;
  socket.on("data", (chunk: Buffer) => (read += chunk.length));
  await new Promise((resolve) => socket.once("close", resolve));
  expect(read).toBeGreaterThan(size);
});

test("a flood of handshakes that nobody answers is turned away at the door, and leaves no trace when it is gone", async () => {
  const { port } = await openDoor();
  door.realtime.removeAllListeners("upgrade");
  const waiting: Duplex[] = [];
  const all = Promise.withResolvers<void>();
  door.realtime.on("upgrade", (_request, socket) => waiting.push(socket) === UNDER_WAY_MAX && all.resolve());
  const flood = Array.from({ length: UNDER_WAY_MAX }, () => connect(port, "127.0.0.1"));
  for (const socket of flood) socket.on("error", () => {}).write(toHandshake("/v1/ws"));
  await all.promise;
  expect(await sendRaw(port, toHandshake("/v1/ws"))).toMatch(/^HTTP\/1\.1 503 .*\r\nRetry-After: 2\r\n/);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  door.realtime.removeAllListeners("upgrade");
  for (const socket of [...flood, ...waiting]) socket.destroy();
  door.realtime.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 401 Unauthorized\r\n\r\n"));
  await expect.poll(() => sendRaw(port, toHandshake("/v1/ws"))).toMatch(/^HTTP\/1\.1 401 /);
});

test("while nothing is up yet a browser sees a page that reloads itself, and a program is told to come again", async () => {
  const { port } = await openDoor({ isClosed: true });
  const page = await fetch(`http://127.0.0.1:${port}/some`, { headers: { accept: "text/html" } });
  expect([page.status, page.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(await page.text()).toContain('http-equiv="refresh"');
  const answer = await fetch(`http://127.0.0.1:${port}/api`, { method: "POST", body: "x" });
  expect([answer.status, await answer.json()]).toEqual([503, expect.objectContaining({ error: "starting" })]);
  expect(await sendRaw(port, toHandshake("/v1/ws"))).toMatch(/^HTTP\/1\.1 503 /);
});

test("a client whose connection breaks in the middle of a handshake harms nobody", async () => {
  const { port } = await openDoor();
  for (let round = 0; round < 20; round++) {
    const socket: Socket = connect(port, "127.0.0.1");
    await new Promise<void>((resolve) => socket.once("connect", resolve));
    socket.write(toHandshake("/v1/ws"));
    socket.resetAndDestroy();
  }
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
});
