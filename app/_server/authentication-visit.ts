import type { Container } from "#server/container.ts";
import type { Actor } from "#server/context.ts";
import { createCookies } from "./authentication-cookies.ts";
import { findIpAddress } from "./find-ip-address.ts";
import { findPublicOrigin } from "./find-public-origin.ts";
import { getActorOfRequest } from "./get-actor-of-request.ts";
import { readCookies } from "./read-cookies.ts";
import { readFields } from "./read-fields.ts";

/** One request below /api/auth, read once. */
export type AuthenticationVisit = {
  method: string;
  /** What is asked for, and for which provider: /api/auth/ACTION/PROVIDER. */
  action: string;
  provider: string | null;
  /** The origin in the person's address bar. */
  origin: string;
  headers: Headers;
  query: Record<string, string>;
  cookies: Record<string, string>;
  fields: Record<string, string>;
  ipAddress: string;
  userAgent: string | null;
  /** Who is signed in already, where it matters: on the way back from a proof. */
  actor: Actor | null;
  /** The invitation that the browser carries through a provider. */
  invitationCode: string | null;
};

/** Reads a request below /api/auth. Throws AppError `invalid-input` where its body is not readable. */
export async function readAuthenticationVisit(container: Container, request: Request): Promise<AuthenticationVisit> {
  const { headers, method } = request;
  const { pathname, searchParams } = new URL(request.url);
  const [action = "", provider = null] = pathname.replace(/^\/api\/auth\//, "").split("/");
  const origin = findPublicOrigin(headers, container.env.PUBLIC_URL);
  const cookies = readCookies(headers);
  return {
    method,
    action,
    provider,
    origin,
    headers,
    query: Object.fromEntries(searchParams),
    cookies,
    fields: await readFields(request),
    ipAddress: findIpAddress(headers),
    userAgent: headers.get("user-agent"),
    actor: action === "callback" ? await getActorOfRequest(container, headers) : null,
    invitationCode: cookies[createCookies(origin).invitation.name] || null,
  };
}
