import { isLocalAddress } from "#server/domains/catalog/is-local-address.ts";
import type { Env } from "#server/env.ts";

/**
 * Where in the own network this instance may connect to models: what PRIVATE_ADDRESSES says, else
 * everywhere for an instance that is itself at home there, and nowhere for one with a public host.
 */
export function findPrivateAddresses(env: Pick<Env, "PRIVATE_ADDRESSES" | "PUBLIC_URL">): "all" | readonly string[] {
  if (env.PRIVATE_ADDRESSES !== undefined) return env.PRIVATE_ADDRESSES;
  return env.PUBLIC_URL === undefined || isLocalAddress(env.PUBLIC_URL) ? "all" : [];
}
