import type { ServerContext } from "#server/context.ts";
import { AppError } from "#server/errors.ts";
import type { Account } from "./account.ts";
import { parseEmail } from "./parse-email.ts";

type Needs = Pick<ServerContext, "accounts">;

/** The account of an address, for the operator. Throws AppError `not-found` where there is none. */
export async function findAccount(ctx: Needs, email: string): Promise<Account> {
  const account = await ctx.accounts.findUserByEmail(parseEmail(email));
  if (account) return account;
  throw new AppError("not-found", { userMessage: `There is no account with the address ${email}.` });
}
