import type { LookupAddress, LookupAllOptions } from "node:dns";
import type { LookupFunction } from "node:net";
import { refuseAddress } from "./refuse-address.ts";

/** What finds all addresses of a name, as `dns.lookup` does. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A lookup for `net.connect` that hands on only addresses which are allowed, so that what was vetted
 * is what is connected to: the name is not asked for a second time. Fails where none is left.
 */
export function createVettedLookup(resolve: Resolve, allows: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, "");
      const vetted = found.filter(({ address }) => allows(address));
      const [first] = vetted;
      if (first === undefined) {
        const addresses = found.map(({ address }) => address);
        callback(refuseAddress(hostname, addresses), "");
      } else if (options.all) callback(null, vetted);
      else callback(null, first.address, first.family);
    });
  };
}
