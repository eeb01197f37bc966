import { v7 as createId } from "uuid";
import type { ServerContext } from "#server/context.ts";
import type { Account } from "./account.ts";
import { parseEmail } from "./parse-email.ts";
import { parsePassword } from "./parse-password.ts";
import { decideAdmission } from "./policy.ts";

type Needs = Pick<ServerContext, "accounts" | "accountOptions" | "clock" | "passwordHasher">;

export type SignUpInput = {
  email: string;
  password: string;
  name?: string | undefined;
  invitationCode?: string | undefined;
};

/**
 * Makes an account with a password; the very first is the administrator. Throws AppError
 * `invalid-input` that says what to change, and AccountRefusal where sign-up is not open to them
 * or the address is taken.
 */
export async function signUp(ctx: Needs, input: SignUpInput): Promise<Account> {
  const email = parseEmail(input.email);
  const password = parsePassword(input.password, email);
  const isFirst = await ctx.accounts.isEmpty();
  const admission = decideAdmission(ctx.accountOptions, { isFirst, invitationCode: input.invitationCode ?? null });
  const user = {
    id: createId(),
    email,
    name: input.name?.trim() || null,
    passwordHash: await ctx.passwordHasher.hash(password),
    emailVerifiedAt: null,
    createdAt: ctx.clock.now(),
  };
  return ctx.accounts.createUser(user, { ...admission, identity: null });
}
