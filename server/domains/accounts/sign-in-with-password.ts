import { storableText } from "#contracts/storable-text.ts";
import type { ServerContext } from "#server/context.ts";
import type { Account } from "./account.ts";
import { AccountRefusal } from "./account-refusal.ts";
import { requireEnabled } from "./policy.ts";
import { throttleSignIn } from "./throttle-sign-in.ts";

type Needs = Pick<ServerContext, "accounts" | "clock" | "passwordHasher">;

/**
 * The account that the address and the password belong to. An unknown address, a wrong password
 * and an account without a password are not told apart, by words or by time.
 * Throws AccountRefusal, and AppError `rate-limited` after too many failures.
 */
export async function signInWithPassword(
  ctx: Needs,
  input: { email: string; password: string; ipAddress: string },
): Promise<Account> {
  const email = storableText(input.email).trim().toLowerCase();
  const account = await ctx.accounts.findUserByEmail(email);
  const succeed = await throttleSignIn(ctx, { email, ipAddress: input.ipAddress, account });
  const isRight = await ctx.passwordHasher.verify(account?.passwordHash ?? null, input.password);
  if (!account || !isRight) throw new AccountRefusal("invalid-credentials");
  await succeed();
  requireEnabled(account);
  await renewOutdatedHash(ctx, account, input.password);
  return account;
}

async function renewOutdatedHash(ctx: Needs, account: Account, password: string): Promise<void> {
  if (account.passwordHash === null || !ctx.passwordHasher.isOutdated(account.passwordHash)) return;
  await ctx.accounts.updateUser(account.id, { passwordHash: await ctx.passwordHasher.hash(password) });
}
