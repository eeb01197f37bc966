import type { Actor, ServerContext } from "#server/context.ts";
import { AppError } from "#server/errors.ts";
import { endSessions } from "./end-sessions.ts";
import { getAccount } from "./get-account.ts";
import { parsePassword } from "./parse-password.ts";
import { throttleSignIn } from "./throttle-sign-in.ts";

type Needs = Pick<ServerContext, "accounts" | "clock" | "passwordHasher" | "sessionCache" | "userChannel">;

export type ChangePasswordInput = {
  currentPassword?: string | undefined;
  newPassword: string;
  ipAddress: string;
};

/**
 * Gives the actor another password, or a first one, and ends their other sessions. Who has a
 * password must know it: AppError `invalid-input` otherwise, and `rate-limited` after too many wrong ones.
 */
export async function changePassword(ctx: Needs, actor: Actor, input: ChangePasswordInput): Promise<void> {
  const account = await getAccount(ctx, actor);
  const newPassword = parsePassword(input.newPassword, account.email);
  if (account.passwordHash !== null) {
    const succeed = await throttleSignIn(ctx, { email: account.email, ipAddress: input.ipAddress, account });
    if (!(await ctx.passwordHasher.verify(account.passwordHash, input.currentPassword ?? ""))) {
      throw new AppError("invalid-input", { userMessage: "The current password is not right." });
    }
    await succeed();
  }
  await ctx.accounts.updateUser(account.id, { passwordHash: await ctx.passwordHasher.hash(newPassword) });
  await endSessions(ctx, account.id, { exceptId: actor.sessionId });
}
