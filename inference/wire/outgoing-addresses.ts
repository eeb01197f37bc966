import { AddressRule, type PrivateAddresses } from "./address-rule.ts";

let rule = new AddressRule("all");

/**
 * Where this process may connect to when it asks a provider: the whole of the own network until
 * `open` says otherwise, because that is where a model server on one's own machine is.
 */
export const outgoingAddresses = {
  allows: (address: string): boolean => rule.allows(address),
  /** From now on no more of the own network than these. Throws for what is no address or range. */
  open: (privateAddresses: PrivateAddresses): void => {
    rule = new AddressRule(privateAddresses);
  },
};
