import { v7 as createId } from "uuid";
import { storableText } from "#contracts/storable-text.ts";
import type { ServerContext } from "#server/context.ts";
import type { Account, Identity } from "./account.ts";
import { AccountRefusal } from "./account-refusal.ts";
import { endSessions } from "./end-sessions.ts";
import { parseEmail } from "./parse-email.ts";
import { decideAdmission, requireEnabled } from "./policy.ts";

type Needs = Pick<ServerContext, "accounts" | "accountOptions" | "clock" | "sessionCache" | "userChannel">;

export type ProviderSignIn = {
  identity: Identity;
  email: string | null;
  /** True only where the provider itself says that the person owns the address. */
  isEmailVerified: boolean;
  name: string | null;
  invitationCode: string | null;
  /** Who is signed in already in the browser that comes back from the provider. */
  currentUserId: string | null;
};

/**
 * The account that an identity at a provider signs in as: the one it is linked with, else the one
 * of the same address, which is linked now, else a new one. Only an address that the provider has
 * verified counts. Throws AccountRefusal.
 */
export async function signInWithProvider(ctx: Needs, input: ProviderSignIn): Promise<Account> {
  const linked = await ctx.accounts.findUserByIdentity(input.identity);
  if (linked) return enabled(linked);
  const email = requireVerifiedEmail(input);
  const existing = await ctx.accounts.findUserByEmail(email);
  if (existing) return link(ctx, enabled(existing), input);
  try {
    return await createLinkedAccount(ctx, email, input);
  } catch (error) {
    // The same person may be coming in by two tabs at once: the other one has just made the account.
    const made = await ctx.accounts.findUserByIdentity(input.identity);
    if (made) return enabled(made);
    throw error;
  }
}

function requireVerifiedEmail({ email, isEmailVerified }: ProviderSignIn): string {
  if (email === null || !isEmailVerified) throw new AccountRefusal("email-unverified");
  return parseEmail(email);
}

function enabled(account: Account): Account {
  requireEnabled(account);
  return account;
}

/**
 * Whoever made an account with somebody else's address must not keep a key to it once the owner
 * comes: until the address was proved, its password and sessions may be a stranger's. They stay
 * only where the very same browser is signed in to the account, and so proves both.
 */
async function link(ctx: Needs, account: Account, input: ProviderSignIn): Promise<Account> {
  const now = ctx.clock.now();
  // The identity comes last: should we break off before, the next sign-in does all of it again.
  if (account.emailVerifiedAt === null) await proveAddress(ctx, account, input);
  await ctx.accounts.createIdentity(account.id, input.identity, now);
  return account;
}

async function proveAddress(ctx: Needs, account: Account, input: ProviderSignIn): Promise<void> {
  const isSamePerson = input.currentUserId === account.id;
  if (!isSamePerson) await endSessions(ctx, account.id, { exceptId: null });
  await ctx.accounts.updateUser(account.id, {
    emailVerifiedAt: ctx.clock.now(),
    ...(isSamePerson ? {} : { passwordHash: null }),
  });
}

async function createLinkedAccount(ctx: Needs, email: string, input: ProviderSignIn): Promise<Account> {
  const isFirst = await ctx.accounts.isEmpty();
  const admission = decideAdmission(ctx.accountOptions, { isFirst, invitationCode: input.invitationCode });
  const now = ctx.clock.now();
  const user = {
    id: createId(),
    email,
    name:
      storableText(input.name ?? "")
        .trim()
        .slice(0, 100) || null,
    passwordHash: null,
    emailVerifiedAt: now,
    createdAt: now,
  };
  return ctx.accounts.createUser(user, { ...admission, identity: input.identity });
}
