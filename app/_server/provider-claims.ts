import { z } from "zod";

/** What a provider says of a person (OpenID Connect Core 1.0, 5.1). Only a plain yes makes an address verified. */
export const providerClaimsSchema = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().nullish(),
  email: z.string().nullish(),
  // Some issuers write the boolean as text.
  email_verified: z.unknown().transform((value) => value === true || value === "true"),
});
