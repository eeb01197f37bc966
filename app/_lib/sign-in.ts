import { SIGN_IN_ERRORS, type SignInError } from "#contracts/sign-in-error.ts";

/** Why somebody is not in. */
export type SignInFailure = { error: SignInError; retryAfterSeconds: number | null };

/** Signs in with a password; the browser then holds the session's cookie. Null when it worked. Throws where no server answers. */
export async function signInWithPassword(email: string, password: string): Promise<SignInFailure | null> {
  const body = new URLSearchParams({ csrfToken: await fetchCsrfToken(), email, password, json: "true" });
  const response = await fetch("/api/auth/callback/credentials", { method: "POST", body });
  const { url } = (await response.json()) as { url?: string };
  if (response.ok && url && !new URL(url, location.origin).searchParams.has("error")) return null;
  return readSignInFailure(url ? new URL(url, location.origin).searchParams : new URLSearchParams());
}

/** Ends this browser's session. Throws where no server answers. */
export async function signOut(): Promise<void> {
  const body = new URLSearchParams({ csrfToken: await fetchCsrfToken(), json: "true" });
  await fetch("/api/auth/signout", { method: "POST", body });
}

/** The token that proves a form to be ours; asking for it sets the cookie that goes with it. */
export async function fetchCsrfToken(): Promise<string> {
  const response = await fetch("/api/auth/csrf");
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  return csrfToken;
}

/** The failure that an address of the sign-in page tells of; `internal` where it tells none that is known. */
export function readSignInFailure(query: URLSearchParams): SignInFailure {
  const error = SIGN_IN_ERRORS.find((known) => known === query.get("error")) ?? "internal";
  const seconds = Number(query.get("retryAfterSeconds"));
  return { error, retryAfterSeconds: Number.isInteger(seconds) && seconds > 0 ? seconds : null };
}
