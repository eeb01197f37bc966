import { request as sendRequest, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { Socket } from "node:net";
import type { CleanHeaders } from "./clean-headers.ts";

const HANDSHAKE_WITHIN_MS = 10_000;
const PROBE_AFTER_MS = 30_000;

/** How many handshakes may wait for an answer at once; a flood beyond that opens no connection of ours. Several processes' worth (realtime/handshake-budget.ts). */
export const UNDER_WAY_MAX = 1_000;

/** What a program reads that is turned away here. */
const RETRY_AFTER_SECONDS = "2";

let underWay = 0;

export type Upgrade = { request: IncomingMessage; socket: Duplex; head: Buffer };

/**
 * Hands a WebSocket handshake to the process on `port`. Only when that says 101 do the client's further bytes reach
 * it: passed on before, they could be a second request, past every check of ours.
 */
export function forwardUpgrade({ request, socket, head }: Upgrade, headers: CleanHeaders, port: number): void {
  if (underWay >= UNDER_WAY_MAX) return refuseUpgrade(socket, "503 Service Unavailable");
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
  underWay++;
  let settle = () => {
    settle = () => {};
    underWay--;
  };
  const refuse = (status: string, retryAfter?: string) => {
    outgoing.destroy();
    refuseUpgrade(socket, status, retryAfter);
  };
  const abandon = () => outgoing.destroy();
  socket.once("close", abandon);
  outgoing.once("close", () => settle());
  outgoing.once("timeout", () => refuse("504 Gateway Timeout"));
  outgoing.once("error", () => refuse("503 Service Unavailable"));
  outgoing.once("response", ({ statusCode = 502, statusMessage = "", headers: said }) =>
    refuse(`${statusCode} ${statusMessage}`, said["retry-after"]),
  );
  outgoing.once("upgrade", (answer, upstream, upstreamHead) => {
    settle();
    socket.off("close", abandon);
    socket.write(toHead("101 Switching Protocols", answer.rawHeaders));
    if (upstreamHead.length > 0) socket.write(upstreamHead);
    if (head.length > 0) upstream.write(head);
    join(socket, upstream);
  });
  outgoing.end();
}

/** Answers a handshake with a status line alone and closes the connection; one that may come again is told when. */
export function refuseUpgrade(socket: Duplex, status: string, retryAfter?: string): void {
  if (!socket.writable) return;
  const seconds = retryAfter ?? (status.startsWith("503") ? RETRY_AFTER_SECONDS : undefined);
  const pause = seconds === undefined ? "" : `Retry-After: ${seconds}\r\n`;
  socket.end(`HTTP/1.1 ${status}\r\n${pause}Connection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.resume();
}

function toHead(status: string, rawHeaders: readonly string[]): string {
  let head = `HTTP/1.1 ${status}\r\n`;
  for (let index = 0; index < rawHeaders.length; index += 2)
    head += `${rawHeaders[index]}: ${rawHeaders[index + 1]}\r\n`;
  return `${head}\r\n`;
}

function join(client: Duplex, upstream: Socket): void {
  if (client instanceof Socket) tune(client);
  tune(upstream);
  relay(client, upstream);
  relay(upstream, client);
}

function tune(socket: Socket): void {
  socket.setTimeout(0);
  socket.setNoDelay(true);
  socket.setKeepAlive(true, PROBE_AFTER_MS);
}

/** What `pipe` does, with a tenth of what it keeps in memory for each of many thousand idle tunnels. */
function relay(from: Duplex, to: Duplex): void {
  from.on("data", (chunk: Buffer) => {
    if (to.writable && !to.write(chunk)) from.pause();
  });
  to.on("drain", () => from.resume());
  from.on("end", () => to.end());
  from.on("error", () => to.destroy());
  // After what is still on its way: a goodbye is worth reading.
  from.on("close", () => (to instanceof Socket ? to.destroySoon() : to.end()));
}
