import type { ServerContext } from "#server/context.ts";
import type { Role } from "./account.ts";
import { endSessions } from "./end-sessions.ts";
import { findAccount } from "./find-account.ts";
import { requireAnotherAdmin } from "./policy.ts";

type Needs = Pick<ServerContext, "accounts" | "clock" | "sessionCache" | "userChannel">;

/**
 * Gives an account a role. Whoever loses one is signed out everywhere, open sockets included, so
 * that nothing goes on with it. Safe to repeat. Throws AppError `conflict` for the last administrator.
 */
export async function setRole(ctx: Needs, email: string, role: Role): Promise<void> {
  const account = await findAccount(ctx, email);
  if (account.role === role) return;
  if (account.role === "admin") requireAnotherAdmin(await ctx.accounts.listUsers(), account);
  await ctx.accounts.updateUser(account.id, { role });
  if (account.role === "admin") await endSessions(ctx, account.id, { exceptId: null });
}
