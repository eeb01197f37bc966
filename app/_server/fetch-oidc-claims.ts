import { decodeJwt } from "jose";
import type { UserinfoEndpointHandler } from "next-auth/providers/oauth";
import { z } from "zod";

type Context = Parameters<NonNullable<UserinfoEndpointHandler["request"]>>[0];

const claimsSchema = z.record(z.string(), z.unknown()).and(z.object({ sub: z.string() }));

/**
 * What an OpenID Connect issuer says of the person. Some put the address into the ID token, whose
 * signature openid-client has checked by now, others only behind userinfo; the token counts first.
 */
export async function fetchOidcClaims({ client, tokens }: Pick<Context, "client" | "tokens">) {
  const identified = claimsSchema.parse(decodeJwt(tokens.id_token ?? ""));
  if ("email" in identified || !client.issuer.metadata.userinfo_endpoint || !tokens.access_token) return identified;
  const told = claimsSchema.parse(await client.userinfo(tokens.access_token));
  // OpenID Connect Core 1.0, 5.3.2: otherwise it is the answer to another person's token.
  if (told.sub !== identified.sub) throw new Error("userinfo answered for somebody else");
  return { ...told, ...identified };
}
