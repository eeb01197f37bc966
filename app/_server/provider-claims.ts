import { z } from "zod";

/** What a provider says of a person (OpenID Connect Core 1.0, 5.1). */
export const providerClaimsSchema = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().nullish(),
  email: z.string().nullish(),
  /** Some issuers write the boolean as text; anything but a plain yes is a no. */
  email_verified: z.unknown().optional(),
});
