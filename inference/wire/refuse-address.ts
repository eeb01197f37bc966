import { ProviderError } from "#inference/provider-error.ts";
import { AddressRule } from "./address-rule.ts";

/** A name may have hundreds. */
const NAMED_MAX = 8;

const WIDEST = new AddressRule("all");

/** The failure of a call to a name, or an address, behind which there is none that may be connected to. */
export function refuseAddress(hostname: string, addresses: readonly string[]): ProviderError {
  const found = addresses.filter((address) => address !== hostname).slice(0, NAMED_MAX);
  const place = found.length === 0 ? hostname : `${hostname} (${found.join(", ")})`;
  const why = addresses.some((address) => WIDEST.allows(address))
    ? "is in the own network, where PRIVATE_ADDRESSES does not open it"
    : "is at an address that no model server may have";
  return new ProviderError("provider-unreachable", { message: `${place} ${why}.`, isRetryable: false });
}
