import { hkdfSync } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { SessionKey } from "#server/domains/accounts/index.ts";

const ALGORITHM = "HS256";
const AUDIENCE = "session-cookie";

const payloadSchema = z.object({ sub: z.uuid(), sid: z.uuid() });

/** The session's key as a signed compact JWT, good for `lifetimeSeconds`; it says nothing else. */
export async function signSessionCookie(secret: string, key: SessionKey, lifetimeSeconds: number): Promise<string> {
  const issuedAt = Math.floor(Date.now() / 1000);
  return new SignJWT({ sid: key.sessionId })
    .setProtectedHeader({ alg: ALGORITHM })
    .setAudience(AUDIENCE)
    .setSubject(key.userId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(signingKey(secret));
}

/** The session's key, or null for anything that was not signed as a session cookie with this secret, or is too old. */
export async function readSessionCookie(secret: string, cookie: string): Promise<SessionKey | null> {
  try {
    const options = { algorithms: [ALGORITHM], audience: AUDIENCE };
    const { payload } = await jwtVerify(cookie, signingKey(secret), options);
    const { sub, sid } = payloadSchema.parse(payload);
    return { userId: sub, sessionId: sid };
  } catch {
    return null;
  }
}

const keys = new Map<string, Uint8Array>();

/** AUTH_SECRET serves several purposes; each has a key of its own, so that what is signed for one is worth nothing to another. */
function signingKey(secret: string): Uint8Array {
  const known = keys.get(secret);
  if (known) return known;
  const key = new Uint8Array(hkdfSync("sha256", secret, "", "polylogue session cookie", 32));
  keys.set(secret, key);
  return key;
}
