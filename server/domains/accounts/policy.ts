import { AppError } from "#server/errors.ts";
import type { Account, SignUpMode } from "./account.ts";

/** How somebody comes in: as the very first, freely, or by an invitation that is then used up. */
export type Admission = "first" | "open" | "invitation";

/** Decides how a new account may be made. Throws AppError `forbidden` where it may not. */
export function decideAdmission(mode: SignUpMode, given: { isFirst: boolean; hasInvitation: boolean }): Admission {
  if (given.isFirst) return "first";
  if (mode === "closed") {
    throw new AppError("forbidden", { userMessage: "Sign-up is closed here. Ask an administrator for an account." });
  }
  if (given.hasInvitation) return "invitation";
  if (mode === "open") return "open";
  throw new AppError("forbidden", {
    userMessage: "You need an invitation to sign up here. Ask an administrator for one.",
  });
}

/** Lets an account in that was not disabled. Throws AppError `forbidden` otherwise. */
export function requireEnabled(account: Pick<Account, "disabledAt">): void {
  if (account.disabledAt) {
    throw new AppError("forbidden", { userMessage: "This account is disabled. Ask an administrator." });
  }
}
