/**
 * Why a sign-in or sign-up did not happen, as `/sign-in?error=CODE` says it. Closed; the page has a
 * sentence for each. `rate-limited` comes with `&retryAfterSeconds=N`.
 */
export const SIGN_IN_ERRORS = [
  /** The address or the password is not right; which of them is not told. */
  "invalid-credentials",
  /** Too many wrong passwords. */
  "rate-limited",
  /** An administrator disabled the account. */
  "account-disabled",
  /** There is no account yet, and nobody can make one. */
  "sign-up-closed",
  /** There is no account yet, and making one needs an invitation. */
  "invitation-required",
  /** The invitation was used, has expired, or is for another address. */
  "invitation-invalid",
  /** There is an account with this address already. */
  "email-taken",
  /** The provider does not say that the person owns the address, so it proves nothing here. */
  "email-unverified",
  /** The provider account signs in as somebody else here. */
  "identity-taken",
  /** The person said no at the provider. */
  "provider-denied",
  /** The provider could not be reached. */
  "provider-unreachable",
  /** The provider's answer was wrong, too late or not for us. */
  "provider-failed",
  /** The form was open for too long, or cookies are blocked. */
  "expired",
  /** Something in the request or the configuration is not right. */
  "configuration",
  /** A fault of ours. */
  "internal",
] as const;

export type SignInError = (typeof SIGN_IN_ERRORS)[number];
