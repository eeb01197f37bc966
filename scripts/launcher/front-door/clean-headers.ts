import type { IncomingMessage } from "node:http";
import type { ClientAddress } from "./find-client.ts";

export type CleanHeaders = Record<string, string | string[]>;

/** They concern one connection only (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set(
  (
    "connection keep-alive proxy-connection proxy-authenticate proxy-authorization " +
    "te trailer transfer-encoding upgrade expect http2-settings"
  ).split(" "),
);
/** What only a proxy or Next itself may say: from a client they are forgeries (CVE-2025-29927 was one). */
const FORGEABLE = /^(forwarded|x-forwarded-.*|x-real-ip|x-user-.*|x-middleware-.*|x-invoke-.*|x-matched-path)$/;
const FORGEABLE_ADDRESS = /^(true-client-ip|x-client-ip|x-cluster-client-ip|cf-connecting-ip|fastly-client-ip)$/;

/** The headers that the next process gets: no connection's own, nothing forged, and who asked, said by us. */
export function cleanRequestHeaders(request: IncomingMessage, client: ClientAddress): CleanHeaders {
  const named = namesInConnection(request.headers.connection);
  const clean: CleanHeaders = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    const isDropped = HOP_BY_HOP.has(name) || FORGEABLE.test(name) || FORGEABLE_ADDRESS.test(name) || named.has(name);
    if (isDropped || values === undefined) continue;
    // One cookie header is what the standard asks for; several are how a filter is passed by.
    clean[name] = name === "cookie" ? values.join("; ") : values.length === 1 ? (values[0] ?? "") : values;
  }
  clean["x-forwarded-for"] = client.ipAddress;
  clean["x-forwarded-host"] = client.host;
  clean["x-forwarded-proto"] = client.protocol;
  return clean;
}

/** An answer's headers as pairs in their order, without those of the connection it came over. */
export function cleanResponseHeaders(response: IncomingMessage): string[] {
  const named = namesInConnection(response.headers.connection);
  const pairs: string[] = [];
  for (let index = 0; index < response.rawHeaders.length; index += 2) {
    const [name = "", value = ""] = response.rawHeaders.slice(index, index + 2);
    const key = name.toLowerCase();
    if (!HOP_BY_HOP.has(key) && !named.has(key)) pairs.push(name, value);
  }
  return pairs;
}

function namesInConnection(connection: string | undefined): Set<string> {
  const names = (connection ?? "").split(",").map((name) => name.trim().toLowerCase());
  // A client may not talk us out of what frames its request or says where it goes.
  return new Set(names.filter((name) => name !== "" && name !== "host" && name !== "content-length"));
}
