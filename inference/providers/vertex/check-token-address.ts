import { ProviderError } from "#inference/provider-error.ts";

/** Where Google grants tokens, also to clouds of its own for one country. */
const GOOGLE = /^https:\/\/([a-z0-9-]+\.)*(googleapis\.com|accounts\.google\.com)\/[\w./-]*$/;

/**
 * The address where a token is asked for, which stands in the key that a person pasted: Google's
 * own, or one at the connection's base address, which an administrator set. Throws ProviderError for
 * any other: whoever pastes a key must not choose where this server connects to.
 */
export function checkTokenAddress(tokenAddress: string, baseUrl: string | null): string {
  if (GOOGLE.test(tokenAddress)) return tokenAddress;
  const base = baseUrl === null ? null : URL.parse(baseUrl.trim());
  const url = URL.parse(tokenAddress);
  if (base !== null && url !== null && url.origin === base.origin && url.origin !== "null") return url.href;
  throw new ProviderError("provider-key-invalid", {
    message: "The service account names an address for tokens that is not Google's.",
    isRetryable: false,
  });
}
