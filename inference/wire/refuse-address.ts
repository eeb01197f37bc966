import { ProviderError } from "#inference/provider-error.ts";

/** The failure of a call to a name or address behind which there is none that may be connected to. */
export function refuseAddress(hostname: string, addresses: readonly string[]): ProviderError {
  const found = addresses.length === 0 || addresses.includes(hostname) ? "" : ` (${addresses.slice(0, 8).join(", ")})`;
  return new ProviderError("provider-unreachable", {
    message: `${hostname}${found} is in a private network that PRIVATE_ADDRESSES does not open, or at an address that nobody may call.`,
    isRetryable: false,
  });
}
