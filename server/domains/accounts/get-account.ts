import type { Actor, ServerContext } from "#server/context.ts";
import { AppError } from "#server/errors.ts";
import type { Account } from "./account.ts";

type Needs = Pick<ServerContext, "accounts">;

/** The actor's own account. */
export async function getAccount(ctx: Needs, actor: Actor): Promise<Account> {
  const account = await ctx.accounts.findUser(actor.userId);
  if (!account) throw new AppError("unauthenticated", { message: "a session without an account" });
  return account;
}
