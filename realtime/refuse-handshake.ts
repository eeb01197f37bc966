import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

/** What a program reads that was turned away; a browser's own pauses are longer. */
const RETRY_AFTER_SECONDS = 2;

/** Answers a handshake with a status alone and hangs up; one that may come again is told when. */
export function refuseHandshake(stream: Duplex, status: number): void {
  const isWorthAgain = status === 429 || status === 503;
  const retryAfter = isWorthAgain ? `Retry-After: ${RETRY_AFTER_SECONDS}\r\n` : "";
  stream.once("finish", () => stream.destroy());
  stream.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${retryAfter}Connection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}
