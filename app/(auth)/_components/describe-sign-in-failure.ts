import type { Text } from "#app/_i18n/create-text.ts";
import type { SignInFailure } from "#app/_lib/sign-in.ts";

/** The sentence for why somebody is not in, with the time to wait where there is one. */
export function describeSignInFailure({ error, retryAfterSeconds }: SignInFailure, text: Text): string {
  if (error === "rate-limited" && retryAfterSeconds !== null) return text.plural("entry.retryIn", retryAfterSeconds);
  return text(`entry.error.${error}`);
}
