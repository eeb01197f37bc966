import type { PrivateAddresses } from "./wire/address-rule.ts";
import { outgoingAddresses } from "./wire/outgoing-addresses.ts";

/**
 * Says which addresses of the own network this process connects to from now on, whatever name led
 * there: "all", as without a word, or these addresses and ranges. Connections that are open stay.
 * Throws for what is no address or range.
 */
export function allowPrivateAddresses(privateAddresses: PrivateAddresses): void {
  outgoingAddresses.open(privateAddresses);
}
