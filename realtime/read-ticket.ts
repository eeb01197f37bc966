import type { IncomingHttpHeaders } from "node:http";
import { SOCKET_PROTOCOL } from "#contracts/socket-constants.ts";

const TICKET = /^ticket\.(.+)$/;

/** The ticket that the browser offers beside our subprotocol; null where one of the two is missing. */
export function readTicket(headers: IncomingHttpHeaders): string | null {
  const offered = (headers["sec-websocket-protocol"] ?? "").split(",").map((name) => name.trim());
  if (!offered.includes(SOCKET_PROTOCOL)) return null;
  return offered.map((name) => TICKET.exec(name)?.[1]).find((ticket) => ticket !== undefined) ?? null;
}
