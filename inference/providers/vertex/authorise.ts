import type { ProviderConnection } from "#inference/provider.ts";
import { AccessTokens } from "./access-tokens.ts";
import { checkTokenAddress } from "./check-token-address.ts";
import { findPlace, type Place } from "./find-place.ts";
import { readServiceAccount } from "./read-service-account.ts";

const tokens = new AccessTokens();

/** Leave for one call. `refuse` says that Google did not take the token. */
export type Authorisation = { place: Place; token: string; refuse: () => void };

/** Leave for one call of a connection, by a token that the calls of this process share. Throws ProviderError, or the signal's reason. */
export async function authorise(connection: ProviderConnection, signal: AbortSignal): Promise<Authorisation> {
  const account = readServiceAccount(connection.apiKey);
  const tokenAddress = checkTokenAddress(account.tokenAddress, connection.baseUrl);
  const vetted = { ...account, tokenAddress };
  const place = findPlace(connection, account.project);
  return { place, token: await tokens.get(vetted, signal), refuse: () => tokens.forget(vetted) };
}
