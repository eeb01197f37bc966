import type { AuthenticationVisit } from "./authentication-visit.ts";
import { createCookies } from "./authentication-cookies.ts";
import type { NextAuthResponse } from "./next-auth-response.ts";

const CODE_LENGTH_MAX = 200;

/** Keeps an invitation's code in a cookie while its holder is at a provider, and drops it when they are back. */
export function carryInvitation(visit: AuthenticationVisit, response: NextAuthResponse): void {
  if (visit.provider === null || visit.provider === "credentials") return;
  const code = visit.fields["invitationCode"]?.trim().slice(0, CODE_LENGTH_MAX);
  if (visit.action === "signin" && visit.method === "POST" && code) response.appendCookie(write(visit, code));
  else if (visit.invitationCode !== null) response.appendCookie(write(visit, null));
}

function write(visit: AuthenticationVisit, code: string | null): string {
  const { name, options } = createCookies(visit.origin).invitation;
  const lifetimeSeconds = code === null ? 0 : options.maxAge;
  const secure = options.secure ? "; Secure" : "";
  const value = encodeURIComponent(code ?? "");
  return `${name}=${value}; Path=${options.path}; Max-Age=${lifetimeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
