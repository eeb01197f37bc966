import type { ProviderConnection } from "#inference/provider.ts";
import type { ProviderError } from "#inference/provider-error.ts";
import { toProviderError } from "#inference/wire/to-provider-error.ts";
import { AccessTokens } from "./access-tokens.ts";
import { checkTokenAddress } from "./check-token-address.ts";
import { findPlace, type Place } from "./find-place.ts";
import { readServiceAccount } from "./read-service-account.ts";

const tokens = new AccessTokens();

/** Leave for one call. */
export type Authorisation = { place: Place; token: string };

/**
 * Makes one call of a connection by a token that the calls of this process share; one that Google
 * refuses is not used again. Throws ProviderError, which does not quote the token, or the signal's reason.
 */
export async function callAuthorised<Result>(
  connection: ProviderConnection,
  signal: AbortSignal,
  call: (authorisation: Authorisation) => Promise<Result>,
): Promise<Result> {
  const account = readServiceAccount(connection.apiKey);
  const vetted = { ...account, tokenAddress: checkTokenAddress(account.tokenAddress, connection.baseUrl) };
  const place = findPlace(connection, account.project);
  const token = await tokens.get(vetted, signal);
  try {
    return await call({ place, token });
  } catch (thrown) {
    signal.throwIfAborted();
    const error: ProviderError = toProviderError(thrown, { apiKey: token, isReadingAnswer: false });
    if (error.status === 401) tokens.forget(vetted);
    throw error;
  }
}
