import type { ServerContext } from "#server/context.ts";
import type { AccountOptions } from "./account.ts";

type Needs = Pick<ServerContext, "accounts" | "accountOptions">;

/** What a stranger may know before they sign in: how one comes in here, and whether nobody has yet. */
export async function getSignUpMode(ctx: Needs): Promise<{
  mode: AccountOptions["signUpMode"];
  isFirstAccount: boolean;
  providers: AccountOptions["providers"];
}> {
  const { signUpMode, providers } = ctx.accountOptions;
  return { mode: signUpMode, isFirstAccount: await ctx.accounts.isEmpty(), providers };
}
