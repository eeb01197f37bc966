import type { ServerContext } from "#server/context.ts";
import { endSessions } from "./end-sessions.ts";
import { findAccount } from "./find-account.ts";
import { requireAnotherAdmin } from "./policy.ts";

type Needs = Pick<ServerContext, "accounts" | "clock" | "sessionCache" | "userChannel">;

/**
 * Keeps an account's person out from now on, open sockets included; what they wrote stays. Safe to
 * repeat. Throws AppError `conflict` for the last administrator.
 */
export async function disableAccount(ctx: Needs, email: string): Promise<void> {
  const account = await findAccount(ctx, email);
  if (account.role === "admin") requireAnotherAdmin(await ctx.accounts.listUsers(), account);
  if (!account.disabledAt) await ctx.accounts.updateUser(account.id, { disabledAt: ctx.clock.now() });
  await endSessions(ctx, account.id, { exceptId: null });
}
