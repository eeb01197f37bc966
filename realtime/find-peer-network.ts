import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { findNetwork } from "#server/domains/accounts/index.ts";

/**
 * The network that a handshake comes from. The public port says the client's address in X-Forwarded-For, where no word
 * of the client's own survives; of several addresses the last is the nearest proxy's word.
 */
export function findPeerNetwork({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">): string {
  const forwarded = headers["x-forwarded-for"];
  const last = (Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? "")).split(",").at(-1)?.trim() ?? "";
  return findNetwork(isIP(last) === 0 ? (socket.remoteAddress ?? "") : last);
}
