import { BlockList, isIP } from "node:net";

/** Which addresses of the own network may be connected to: every one, or those in these addresses and ranges. */
export type PrivateAddresses = "all" | readonly string[];

/** The own network, which a setting may open. 198.18/15 is where some transparent proxies put every name. */
const OWN_NETWORK = toBlockList([
  "127.0.0.0/8",
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "198.18.0.0/15",
  "::1",
  "fc00::/7",
]);

/**
 * Where no model server is and no setting leads: this host, link-local (where clouds keep the keys of
 * a machine), multicast, broadcast, documentation, and what only carries another address in itself.
 * https://www.iana.org/assignments/iana-ipv4-special-registry https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const FORBIDDEN = toBlockList([
  "0.0.0.0/8",
  "169.254.0.0/16",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::/96",
  "::ffff:0:0:0/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
  "5f00::/16",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
]);

/** What clouds tell only to their own machines, at addresses that look like others: Azure, Alibaba, AWS, Google, Scaleway. */
const METADATA = toBlockList(["168.63.129.16", "100.100.100.200", "fd00:ec2::/32", "fd20:ce::254", "fd00:42::42"]);

const LOOPBACK = toBlockList(["::1"]);

/** Decides by its numbers alone whether an address may be connected to. */
export class AddressRule {
  readonly #opened: BlockList | "all";

  /** Throws for what is no address or range. */
  constructor(privateAddresses: PrivateAddresses) {
    this.#opened = privateAddresses === "all" ? "all" : toBlockList(privateAddresses);
  }

  /** Whether a connection to this IPv4 or IPv6 address may be made; never for what is no address. */
  allows(address: string): boolean {
    const bare = address.split("%", 1)[0] ?? "";
    const version = isIP(bare);
    if (version === 0) return false;
    const family = version === 4 ? "ipv4" : "ipv6";
    const isIn = (list: BlockList): boolean => list.check(bare, family);
    if (isIn(METADATA) || (isIn(FORBIDDEN) && !isIn(LOOPBACK))) return false;
    return !isIn(OWN_NETWORK) || this.#opened === "all" || isIn(this.#opened);
  }
}

/** Ranges of IPv4 count in the forms that IPv6 has for them too: `::ffff:10.0.0.1`, which BlockList knows, and NAT64. */
function toBlockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", prefix] = range.split("/");
    const isFour = isIP(address) === 4;
    const bits = Number(prefix ?? (isFour ? 32 : 128));
    list.addSubnet(address, bits, isFour ? "ipv4" : "ipv6");
    if (isFour) list.addSubnet(`64:ff9b::${address}`, 96 + bits, "ipv6");
  }
  return list;
}
