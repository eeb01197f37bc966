import { request as sendRequest, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { Socket } from "node:net";
import type { CleanHeaders } from "./clean-headers.ts";

const HANDSHAKE_WITHIN_MS = 10_000;
const PROBE_AFTER_MS = 30_000;

export type Upgrade = { request: IncomingMessage; socket: Duplex; head: Buffer };

/**
 * Hands a WebSocket handshake to the process on `port`. Only when that says 101 do the client's further bytes reach
 * it: passed on before, they could be a second request, past every check of ours.
 */
export function forwardUpgrade({ request, socket, head }: Upgrade, headers: CleanHeaders, port: number): void {
  const outgoing = sendRequest({
    host: "127.0.0.1",
    port,
    agent: false,
    method: "GET",
    path: request.url,
    headers: { ...headers, connection: "Upgrade", upgrade: "websocket" },
    setHost: false,
    timeout: HANDSHAKE_WITHIN_MS,
  });
  const refuse = (status: string) => {
    outgoing.destroy();
    refuseUpgrade(socket, status);
  };
  const abandon = () => outgoing.destroy();
  socket.once("close", abandon);
  outgoing.once("timeout", () => refuse("504 Gateway Timeout"));
  outgoing.once("error", () => refuse("503 Service Unavailable"));
  outgoing.once("response", (answer) => refuse(`${answer.statusCode ?? 502} ${answer.statusMessage ?? ""}`));
  outgoing.once("upgrade", (answer, upstream, upstreamHead) => {
    socket.off("close", abandon);
    socket.write(toHead("101 Switching Protocols", answer.rawHeaders));
    if (upstreamHead.length > 0) socket.write(upstreamHead);
    if (head.length > 0) upstream.write(head);
    join(socket, upstream);
  });
  outgoing.end();
}

/** Answers a handshake with a status line alone and closes the connection. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  if (!socket.writable) return;
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.resume();
}

function toHead(status: string, rawHeaders: readonly string[]): string {
  let head = `HTTP/1.1 ${status}\r\n`;
  for (let index = 0; index < rawHeaders.length; index += 2)
    head += `${rawHeaders[index]}: ${rawHeaders[index + 1]}\r\n`;
  return `${head}\r\n`;
}

function join(client: Duplex, upstream: Socket): void {
  if (client instanceof Socket) tune(client, upstream);
  tune(upstream, client);
  client.pipe(upstream);
  upstream.pipe(client);
}

function tune(socket: Socket, other: Duplex): void {
  socket.setTimeout(0);
  socket.setNoDelay(true);
  socket.setKeepAlive(true, PROBE_AFTER_MS);
  socket.once("error", () => other.destroy());
  // After what is still on its way: a goodbye is worth reading.
  socket.once("close", () => (other instanceof Socket ? other.destroySoon() : other.end()));
}
