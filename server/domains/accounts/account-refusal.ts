import type { ErrorCode } from "#contracts/error-codes.ts";
import type { SignInError } from "#contracts/sign-in-error.ts";
import { AppError } from "#server/errors.ts";

/** The reasons that are decided here; the others of the contract are the transport's. */
export type RefusalReason = Exclude<
  SignInError,
  | "rate-limited"
  | "provider-denied"
  | "provider-unreachable"
  | "provider-failed"
  | "expired"
  | "configuration"
  | "internal"
>;

const REFUSALS: Record<RefusalReason, { code: ErrorCode; userMessage: string }> = {
  "invalid-credentials": {
    code: "unauthenticated",
    userMessage: "The email address or the password is not right.",
  },
  "account-disabled": { code: "forbidden", userMessage: "This account is disabled. Ask an administrator." },
  "sign-up-closed": {
    code: "forbidden",
    userMessage: "Sign-up is closed here. Ask an administrator for an account.",
  },
  "invitation-required": {
    code: "forbidden",
    userMessage: "You need an invitation to sign up here. Ask an administrator for one.",
  },
  "invitation-invalid": {
    code: "invalid-input",
    userMessage: "This invitation was used, has expired, or is for another address. Ask for a new one.",
  },
  "email-taken": {
    code: "conflict",
    userMessage: "There is an account with this address already. Sign in instead.",
  },
  "email-unverified": {
    code: "forbidden",
    userMessage: "The provider does not confirm your email address. Confirm it there, or sign in with a password.",
  },
  "identity-taken": { code: "conflict", userMessage: "This provider account signs in as somebody else here." },
};

/** An AppError that also says which of the known reasons kept somebody out. */
export class AccountRefusal extends AppError {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(REFUSALS[reason].code, { userMessage: REFUSALS[reason].userMessage });
    this.reason = reason;
  }
}
