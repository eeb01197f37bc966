import { AddressRule, type PrivateAddresses } from "./address-rule.ts";

declare global {
  var polylogueAddressRule: AddressRule | undefined;
}

const OWN_NETWORK_TOO = new AddressRule("all");

/**
 * Where this process may connect to when it asks a provider: the whole of the own network until
 * `open` says otherwise, because that is where a model server on one's own machine is.
 */
export const outgoingAddresses = {
  allows: (address: string): boolean => (globalThis.polylogueAddressRule ?? OWN_NETWORK_TOO).allows(address),
  /** From now on no more of the own network than these. Throws for what is no address or range. */
  open: (privateAddresses: PrivateAddresses): void => {
    // Next loads modules several times into one process, and what one of them was told must hold in all.
    globalThis.polylogueAddressRule = new AddressRule(privateAddresses);
  },
};
