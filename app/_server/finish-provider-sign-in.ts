import type { Account, Profile, User } from "next-auth";
import type { ServerContext } from "#server/context.ts";
import { signInWithProvider } from "#server/domains/accounts/index.ts";
import { providerClaimsSchema } from "./provider-claims.ts";
import { formatSignInRefusal, toSignInRefusal } from "./sign-in-refusal.ts";

type Needs = Parameters<typeof signInWithProvider>[0] & Pick<ServerContext, "logger">;

/** What the browser carried through the provider. */
export type RoundTrip = { invitationCode: string | null; currentUserId: string | null };

/** What next-auth hands over once a provider, or a password, proved somebody. */
export type Proof = { user: User; account: Account | null; profile?: Profile };

/** Finds or makes the account of whoever comes back from a provider. True to let them in, else where to send them. */
export async function finishProviderSignIn(ctx: Needs, proof: Proof, roundTrip: RoundTrip): Promise<true | string> {
  const { user, account, profile } = proof;
  if (account?.type !== "oauth") return true;
  try {
    const claims = providerClaimsSchema.parse(profile);
    const found = await signInWithProvider(ctx, {
      identity: { provider: account.provider, subject: account.providerAccountId },
      email: claims.email ?? null,
      isEmailVerified: claims.email_verified === true || claims.email_verified === "true",
      name: claims.name ?? null,
      ...roundTrip,
    });
    // Without an adapter next-auth passes this very object on to the jwt callback: it must name our account there.
    user.id = found.id;
    return true;
  } catch (thrown) {
    const refusal = toSignInRefusal(thrown);
    if (refusal.error === "internal") ctx.logger.error({ error: thrown }, "a sign-in by a provider broke");
    return `/sign-in?error=${formatSignInRefusal(refusal)}`;
  }
}
