import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { WebSocketServer } from "ws";
import { createClientFinder } from "../front-door/find-client.ts";
import { startFrontDoor, type FrontDoorOptions } from "../front-door/start-front-door.ts";

type Seen = { method: string | undefined; url: string | undefined; headers: IncomingMessage["headers"]; body: string };

/** A front door between raw bytes and two processes that note what reaches them. */
export type TestDoor = {
  port: number;
  /** Where requests go; another may take its place. */
  web: Server;
  realtime: Server;
  /** The requests that web saw, whole. */
  seen: Seen[];
  upgrades: IncomingMessage[];
  webUpgrades: IncomingMessage[];
  /** How web answers; a short text unless a test sets it. */
  respond: (request: IncomingMessage, response: ServerResponse) => void;
  close: () => Promise<void>;
};

/** Starts all three. Realtime echoes every frame, and refuses a handshake whose address says so. */
export async function startTestDoor(
  options: Partial<FrontDoorOptions> & { isClosed?: boolean } = {},
): Promise<TestDoor> {
  const web = createServer();
  const realtime = createServer((_request, response) => response.writeHead(404).end());
  await Promise.all([web, realtime].map((server) => listenOn(server, 0)));
  const door = await startFrontDoor({
    host: "127.0.0.1",
    port: 0,
    findClient: createClientFinder([]),
    isDevelopment: false,
    findReadiness: async () => ({ isReady: true, processes: { web: true, realtime: true, workers: true } }),
    ...options,
  });
  const testDoor: TestDoor = {
    port: door.port,
    web,
    realtime,
    seen: [],
    upgrades: [],
    webUpgrades: [],
    respond: (_request, response) => response.end("from web"),
    close: async () => {
      door.close();
      door.closeAll();
      await Promise.all([web, realtime, testDoor.web].map(closeServer));
    },
  };
  if (!options.isClosed) door.open((kind) => [portOf(testDoor[kind])]);
  playWeb(testDoor);
  playRealtime(testDoor);
  return testDoor;
}

function playWeb(door: TestDoor): void {
  door.web.on("request", (request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      door.seen.push({ method: request.method, url: request.url, headers: request.headers, body });
      door.respond(request, response);
    });
  });
  door.web.on("upgrade", (request, socket) => {
    door.webUpgrades.push(request);
    socket.end("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
  });
}

function playRealtime(door: TestDoor): void {
  const sockets = new WebSocketServer({ noServer: true });
  door.realtime.on("upgrade", (request, socket, head) => {
    door.upgrades.push(request);
    if (request.url?.includes("refuse")) {
      socket.end("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.on("message", (data, isBinary) => opened.send(data, { binary: isBinary }));
    });
  });
}

/** The port that a listening server has. */
export function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

/** Listens on 127.0.0.1. */
export async function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
}

/** Ends a server with all its connections. Safe to repeat. */
export async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** What the front door answers to these bytes, until it closes the connection. */
export async function sendRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  socket.write(text);
  await new Promise((resolve) => socket.once("close", resolve));
  return answer;
}

/** The bytes of a WebSocket handshake. */
export function toHandshake(path: string, headers: readonly string[] = []): string {
  const own = ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"];
  const key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
  return [`GET ${path} HTTP/1.1`, "Host: chat.example.org", ...own, key, ...headers, "", ""].join("\r\n");
}
