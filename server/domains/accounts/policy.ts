import { AppError } from "#server/errors.ts";
import type { Account, AccountOptions } from "./account.ts";
import { AccountRefusal } from "./account-refusal.ts";
import { hashCode } from "./hash-code.ts";

/** On which terms a new account may be made; the repository holds to them in the transaction that makes it. */
export type Admission = {
  /** Set while only the very first account may be made: what whoever comes second is told. */
  unlessFirst: "sign-up-closed" | "invitation-required" | null;
  /** The invitation that is used up by it. */
  invitationCodeHash: string | null;
};

/** Decides how a new account may be made. Throws AccountRefusal where it may not. */
export function decideAdmission(
  { signUpMode }: Pick<AccountOptions, "signUpMode">,
  given: { isFirst: boolean; invitationCode: string | null },
): Admission {
  const code = given.invitationCode?.trim() || null;
  if (signUpMode === "closed") return firstOnly(given.isFirst, "sign-up-closed");
  if (code !== null && !given.isFirst) return { unlessFirst: null, invitationCodeHash: hashCode(code) };
  if (signUpMode === "open") return { unlessFirst: null, invitationCodeHash: null };
  return firstOnly(given.isFirst, "invitation-required");
}

/** Lets an account in that was not disabled. Throws AccountRefusal otherwise. */
export function requireEnabled(account: Pick<Account, "disabledAt">): void {
  if (account.disabledAt) throw new AccountRefusal("account-disabled");
}

/** Keeps an instance from losing its last administrator. Throws AppError `conflict` where nobody but `account` is one. */
export function requireAnotherAdmin(accounts: readonly Account[], account: Pick<Account, "id">): void {
  const others = accounts.filter(({ id, role, disabledAt }) => id !== account.id && role === "admin" && !disabledAt);
  if (others.length > 0) return;
  throw new AppError("conflict", {
    userMessage: "This is the last administrator. Make somebody else one first: npm run user -- set-role EMAIL admin",
  });
}

function firstOnly(isFirst: boolean, reason: "sign-up-closed" | "invitation-required"): Admission {
  if (!isFirst) throw new AccountRefusal(reason);
  return { unlessFirst: reason, invitationCodeHash: null };
}
