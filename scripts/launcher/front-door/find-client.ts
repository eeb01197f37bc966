import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** Who asks, how they reached us, and under which name. */
export type ClientAddress = { ipAddress: string; host: string; protocol: "http" | "https" };

const HOST = /^[\w.-]+(:\d{1,5})?$|^\[[\da-fA-F:.]+\](:\d{1,5})?$/;

/**
 * A reader of who asks. The headers of proxies in front are believed only where the connection comes from one of
 * `trusted` (addresses or ranges). Null for a request whose Host is not one name. Its entries are checked where variables are read.
 */
export function createClientFinder(trusted: readonly string[]): (request: IncomingMessage) => ClientAddress | null {
  const proxies = toBlockList(trusted);
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return (request) => {
    const hosts = request.headersDistinct["host"] ?? [];
    const host = hosts[0];
    if (hosts.length !== 1 || host === undefined || !HOST.test(host)) return null;
    const peer = toPlainAddress(request.socket.remoteAddress ?? "");
    if (!isTrusted(peer)) return { ipAddress: peer, host, protocol: "http" };
    const chain = splitList(request.headers["x-forwarded-for"]).map(toPlainAddress);
    const client = chain.findLast((address) => !isTrusted(address));
    const forwardedHost = splitList(request.headers["x-forwarded-host"])[0] ?? host;
    const protocol = splitList(request.headers["x-forwarded-proto"])[0] === "https" ? "https" : "http";
    return {
      ipAddress: client !== undefined && isIP(client) !== 0 ? client : peer,
      host: HOST.test(forwardedHost) ? forwardedHost : host,
      protocol,
    };
  };
}

function toBlockList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    const length = Number(prefix ?? (family === "ipv6" ? 128 : 32));
    list.addSubnet(address, length, family);
  }
  return list;
}

/** An IPv4 client of a socket that listens on both families is written as one of IPv6. */
function toPlainAddress(address: string): string {
  return address.startsWith("::ffff:") && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}

function splitList(header: string | string[] | undefined): string[] {
  const text = Array.isArray(header) ? header.join(",") : (header ?? "");
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
}
