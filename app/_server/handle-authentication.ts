import NextAuth from "next-auth";
import type { Container } from "#server/container.ts";
import { letNextAuthReadHeaders } from "#server/env.ts";
import { createCookies } from "./authentication-cookies.ts";
import { createAuthenticationOptions } from "./authentication-options.ts";
import { findIpAddress } from "./find-ip-address.ts";
import { findPublicOrigin } from "./find-public-origin.ts";
import { getActorOfRequest } from "./get-actor-of-request.ts";
import { isSameOrigin } from "./is-same-origin.ts";
import { createNextAuthResponse } from "./next-auth-response.ts";
import { readCookies } from "./read-cookies.ts";
import { readFields } from "./read-fields.ts";
import { toSignInAddress } from "./sign-in-address.ts";

const ACTIONS = new Set(["csrf", "providers", "session", "signin", "signout", "callback", "error"]);

/** The request in the shape of a Next.js API route, which is the one door to next-auth that hides nothing behind globals. */
type NextAuthRequest = {
  method: string;
  query: Record<string, string | string[]>;
  cookies: Record<string, string>;
  headers: Record<string, string>;
  body: Record<string, string>;
};

/** Answers one request below /api/auth: signing in and out, by password or provider. */
export async function handleAuthentication(container: Container, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const [action = "", provider] = pathname.replace(/^\/api\/auth\//, "").split("/");
  const origin = findPublicOrigin(request.headers, container.env.PUBLIC_URL);
  if (!ACTIONS.has(action)) return Response.json({ error: "There is nothing here." }, { status: 404 });
  if (request.method === "POST" && !isSameOrigin(request.headers, origin)) {
    return Response.json({ error: `Sign in from ${origin}, where this instance says that it is.` }, { status: 403 });
  }
  const isSecure = origin.startsWith("https:");
  const cookies = readCookies(request.headers);
  const invitation = createCookies(isSecure).invitation;
  const body = await readFields(request);
  const options = createAuthenticationOptions(container, {
    isSecure,
    ipAddress: findIpAddress(request.headers),
    userAgent: request.headers.get("user-agent"),
    invitationCode: cookies[invitation.name] || null,
    actor: action === "callback" ? await getActorOfRequest(container, request.headers) : null,
  });
  letNextAuthReadHeaders();
  const response = createNextAuthResponse((address) => toSignInAddress(address, origin));
  const handle: (request: NextAuthRequest, response: unknown) => Promise<void> = NextAuth(options);
  await handle(
    {
      method: request.method,
      query: {
        nextauth: provider === undefined ? [action] : [action, provider],
        // next-auth would pass a sign-in's own query on to the provider.
        ...(action === "signin" && request.method === "POST" ? {} : Object.fromEntries(searchParams)),
      },
      cookies,
      headers: { ...Object.fromEntries(request.headers), ...forwarded(origin) },
      body,
    },
    response,
  );
  return response.finish();
}

function forwarded(origin: string): Record<string, string> {
  const { host, protocol } = new URL(origin);
  return { "x-forwarded-host": host, "x-forwarded-proto": protocol.slice(0, -1) };
}
