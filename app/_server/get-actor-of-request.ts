import type { Container } from "#server/container.ts";
import type { Actor } from "#server/context.ts";
import { authenticateSession } from "#server/domains/accounts/index.ts";
import { createCookies } from "./authentication-cookies.ts";
import { findPublicOrigin } from "./find-public-origin.ts";
import { readCookies } from "./read-cookies.ts";
import { readSessionCookie } from "./session-cookie.ts";

/** Who asks, by the request's session cookie; null when nobody is signed in, or not any more. */
export async function getActorOfRequest({ context, env }: Container, headers: Headers): Promise<Actor | null> {
  const { sessionToken } = createCookies(findPublicOrigin(headers, env.PUBLIC_URL));
  const cookie = readCookies(headers)[sessionToken.name];
  const key = cookie ? await readSessionCookie(env.AUTH_SECRET, cookie) : null;
  return key && authenticateSession(context, key);
}
