import { randomBytes } from "node:crypto";
import type { ServerContext } from "#server/context.ts";
import { endSessions } from "./end-sessions.ts";
import { findAccount } from "./find-account.ts";
import { forgetFailures } from "./throttle-sign-in.ts";

type Needs = Pick<ServerContext, "accounts" | "clock" | "passwordHasher" | "sessionCache" | "userChannel">;

/** 120 bits, in 20 characters. */
const PASSWORD_BYTES = 15;

/** Gives an account a new random password, which is told here and never again, and ends all its sessions. For the operator. */
export async function resetPassword(ctx: Needs, email: string): Promise<{ password: string }> {
  const account = await findAccount(ctx, email);
  const password = randomBytes(PASSWORD_BYTES).toString("base64url");
  await ctx.accounts.updateUser(account.id, { passwordHash: await ctx.passwordHasher.hash(password) });
  await forgetFailures(ctx, account.email);
  await endSessions(ctx, account.id, { exceptId: null });
  return { password };
}
