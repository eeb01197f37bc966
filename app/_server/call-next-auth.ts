import NextAuth, { type AuthOptions } from "next-auth";
import { letNextAuthReadHeaders } from "#server/env.ts";
import type { AuthenticationVisit } from "./authentication-visit.ts";
import type { NextAuthResponse } from "./next-auth-response.ts";

/** The shape of a Next.js API route's request: the one door to next-auth that reads nothing from globals. */
type NextAuthRequest = {
  method: string;
  query: Record<string, string | string[]>;
  cookies: Record<string, string>;
  headers: Record<string, string>;
  body: Record<string, string>;
};

/** Lets next-auth answer the visit into `response`. */
export async function callNextAuth(
  options: AuthOptions,
  visit: AuthenticationVisit,
  response: NextAuthResponse,
): Promise<void> {
  letNextAuthReadHeaders();
  const handle: (request: NextAuthRequest, response: NextAuthResponse) => Promise<void> = NextAuth(options);
  const { method, action, provider, cookies, fields } = visit;
  // next-auth would pass the query of a sign-in on to the provider, a redirect_uri included.
  const query = action === "signin" && method === "POST" ? {} : visit.query;
  const nextauth = provider === null ? [action] : [action, provider];
  const { host, protocol } = new URL(visit.origin);
  const forwarded = { "x-forwarded-host": host, "x-forwarded-proto": protocol.slice(0, -1) };
  const headers = { ...Object.fromEntries(visit.headers), ...forwarded };
  await handle({ method, query: { ...query, nextauth }, cookies, headers, body: fields }, response);
}
