import type { AuthOptions } from "next-auth";

/** How long one may take at a provider, from leaving to coming back. */
const ROUND_TRIP_SECONDS = 15 * 60;

/**
 * The names and attributes of our cookies for people at `origin`. On an https address they are
 * Secure and carry the __Host- prefix, so that no other host and no http page can plant one
 * (RFC 6265bis, 4.1.3).
 */
export function createCookies(origin: string) {
  const isSecure = origin.startsWith("https:");
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure } as const;
  const roundTrip = { ...options, maxAge: ROUND_TRIP_SECONDS };
  const name = (suffix: string) => `${isSecure ? "__Host-" : ""}polylogue.${suffix}`;
  return {
    sessionToken: { name: name("session"), options },
    csrfToken: { name: name("csrf"), options },
    callbackUrl: { name: name("callback-url"), options: roundTrip },
    pkceCodeVerifier: { name: name("pkce"), options: roundTrip },
    state: { name: name("state"), options: roundTrip },
    nonce: { name: name("nonce"), options: roundTrip },
    /** An invitation's code on its way through a provider; next-auth does not know this one. */
    invitation: { name: name("invitation"), options: roundTrip },
  } satisfies AuthOptions["cookies"] & Record<string, unknown>;
}
