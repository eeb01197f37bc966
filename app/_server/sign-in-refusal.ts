import { SIGN_IN_ERRORS, type SignInError } from "#contracts/sign-in-error.ts";
import { AccountRefusal } from "#server/domains/accounts/index.ts";
import { AppError } from "#server/errors.ts";

/** Why somebody was not let in, as the sign-in page is told. */
export type SignInRefusal = { error: SignInError; retryAfterSeconds: number | null };

/** What next-auth calls the things that we call otherwise; see its `core/routes`. */
const ERRORS_OF_NEXT_AUTH: Record<string, SignInError> = {
  OAuthSignin: "provider-unreachable",
  OAuthCallback: "provider-failed",
  Callback: "provider-failed",
  CredentialsSignin: "invalid-credentials",
  Configuration: "configuration",
};

/** Why this was thrown, for the sign-in page. */
export function toSignInRefusal(thrown: unknown): SignInRefusal {
  if (thrown instanceof AccountRefusal) return { error: thrown.reason, retryAfterSeconds: null };
  if (!(thrown instanceof AppError) || thrown.code !== "rate-limited")
    return { error: "internal", retryAfterSeconds: null };
  const retryAfterMs = thrown.retryAfterMs ?? 1000;
  return { error: "rate-limited", retryAfterSeconds: Math.ceil(retryAfterMs / 1000) };
}

/** The refusal in one word, because a thrown Error's message is all that next-auth passes on. */
export function formatSignInRefusal({ error, retryAfterSeconds }: SignInRefusal): string {
  return retryAfterSeconds === null ? error : `${error}:${retryAfterSeconds}`;
}

/** Reads what `formatSignInRefusal` wrote or what next-auth says itself; `internal` for anything else. */
export function parseSignInRefusal(word: string): SignInRefusal {
  const [code = "", seconds] = (ERRORS_OF_NEXT_AUTH[word] ?? word).split(":");
  const error = SIGN_IN_ERRORS.find((known) => known === code) ?? "internal";
  const retryAfterSeconds = seconds !== undefined && /^\d{1,6}$/.test(seconds) ? Number(seconds) : null;
  return { error, retryAfterSeconds };
}
