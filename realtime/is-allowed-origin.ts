import type { IncomingHttpHeaders } from "node:http";
import type { Env } from "#server/env.ts";

type Allowed = Pick<Env, "PUBLIC_URL" | "ALLOWED_ORIGINS">;

/**
 * True for a page of the instance itself (the host that the public port was asked for, or
 * `PUBLIC_URL`) and of `ALLOWED_ORIGINS`. False without an Origin: every browser sends one with a
 * handshake. The forwarded host is the proxy's own word; a client's is dropped there.
 */
export function isAllowedOrigin(headers: IncomingHttpHeaders, allowed: Allowed): boolean {
  const { origin } = headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { host, origin: normalised, protocol } = new URL(origin);
  if (protocol !== "https:" && protocol !== "http:") return false;
  const explicit = [...allowed.ALLOWED_ORIGINS, ...(allowed.PUBLIC_URL ? [allowed.PUBLIC_URL] : [])];
  if (explicit.some((address) => URL.canParse(address) && new URL(address).origin === normalised)) return true;
  const asked = headers["x-forwarded-host"] ?? headers.host;
  return typeof asked === "string" && asked.toLowerCase() === host;
}
