import type { ServerContext } from "#server/context.ts";
import { findAccount } from "./find-account.ts";

type Needs = Pick<ServerContext, "accounts">;

/** Lets a disabled account's person in again. Safe to repeat. */
export async function enableAccount(ctx: Needs, email: string): Promise<void> {
  const account = await findAccount(ctx, email);
  await ctx.accounts.updateUser(account.id, { disabledAt: null });
}
