import { decode, encode, type JWTOptions } from "next-auth/jwt";
import { z } from "zod";
import { readSessionCookie, signSessionCookie } from "./session-cookie.ts";

const sessionTokenSchema = z.object({ sub: z.string(), sid: z.string() });

/**
 * How next-auth writes and reads its cookies: the session's is ours, signed and small; those of a
 * round trip to a provider (it names them by `salt`) stay encrypted, as it makes them itself.
 */
export function createSessionToken(secret: string, lifetimeSeconds: number): Partial<JWTOptions> {
  return {
    maxAge: lifetimeSeconds,
    async encode(parameters) {
      if (parameters.salt) return encode(parameters);
      const { sub, sid } = sessionTokenSchema.parse(parameters.token);
      return signSessionCookie(secret, { userId: sub, sessionId: sid }, lifetimeSeconds);
    },
    async decode(parameters) {
      if (parameters.salt) return decode(parameters);
      const key = await readSessionCookie(secret, parameters.token ?? "");
      return key && { sub: key.userId, sid: key.sessionId };
    },
  };
}
