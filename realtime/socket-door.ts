import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import {
  CLIENT_FRAME_BYTES_MAX,
  PROTOCOL_VERSION,
  PROTOCOL_VERSION_MIN,
  SOCKET_PROTOCOL,
} from "#contracts/socket-constants.ts";
import type { Actor } from "#server/context.ts";
import type { Env } from "#server/env.ts";
import { ERROR_TABLE, toAppError } from "#server/errors.ts";
import { authenticateUpgrade } from "./authenticate-upgrade.ts";
import { Connection } from "./connection.ts";
import type { Gateway } from "./gateway.ts";
import { PING_INTERVAL_MS } from "./ping-wheel.ts";
import { receiveFrames } from "./receive-frames.ts";

const PATH = "/v1/ws";

/** How many handshakes are checked at once; a flood beyond that is turned away before it costs anything. */
const HANDSHAKES_MAX = 200;

/** Sockets that are opened on a server. `refuse` turns away all that come from now on. */
export type SocketDoor = {
  open: (request: IncomingMessage, stream: Duplex, head: Buffer) => void;
  refuse: () => void;
};

/** The door to the gateway: a socket is authenticated before it becomes one, and then reads and follows until it closes. */
export function createSocketDoor(gateway: Gateway, env: Env): SocketDoor {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: CLIENT_FRAME_BYTES_MAX,
    handleProtocols: () => SOCKET_PROTOCOL,
  });
  let handshakes = 0;
  let isRefusing = false;

  async function handshake(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    if (isRefusing || handshakes >= HANDSHAKES_MAX) return hangUp(stream, 503);
    if (new URL(request.url ?? "", "http://realtime").pathname !== PATH) return hangUp(stream, 404);
    handshakes++;
    try {
      const actor = await authenticateUpgrade(gateway.context, request, env);
      // Held before it is welcomed: what happens from then on is not missed.
      const letGo = await gateway.people.hold(actor.userId);
      stream.once("close", letGo);
      if (stream.destroyed) return letGo();
      if (isRefusing) return hangUp(stream, 503);
      server.handleUpgrade(request, stream, head, (webSocket) => welcome(gateway, actor, { webSocket, stream }));
    } catch (thrown) {
      const error = toAppError(thrown);
      gateway.context.logger[ERROR_TABLE[error.code].logLevel]({ code: error.code, error }, "a handshake was refused");
      hangUp(stream, ERROR_TABLE[error.code].httpStatus);
    } finally {
      handshakes--;
    }
  }

  return {
    open: (request, stream, head) => {
      // The client may vanish at any moment of the handshake.
      stream.on("error", () => stream.destroy());
      handshake(request, stream, head).catch(() => stream.destroy());
    },
    refuse: () => (isRefusing = true),
  };
}

function welcome(gateway: Gateway, actor: Actor, { webSocket, stream }: { webSocket: WebSocket; stream: Duplex }) {
  const connection = new Connection(actor, webSocket, stream);
  // Frames that are too large or broken close the socket with the library's own code.
  webSocket.on("error", () => {});
  if (!gateway.connections.add(connection)) return connection.close("sessionEnded");
  webSocket.on("close", () => {
    gateway.rooms.leaveAll(connection);
    gateway.connections.remove(connection);
  });
  stream.on("drain", () => gateway.rooms.catchUp(connection));
  connection.send({
    type: "welcome",
    protocolVersion: PROTOCOL_VERSION,
    protocolVersionMin: PROTOCOL_VERSION_MIN,
    pingIntervalMs: PING_INTERVAL_MS,
  });
  receiveFrames(gateway, connection, webSocket);
}

function hangUp(stream: Duplex, status: number): void {
  stream.once("finish", () => stream.destroy());
  stream.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
