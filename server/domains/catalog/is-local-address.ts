import { BlockList, isIP } from "node:net";

const OWN_NETWORK = new BlockList();
OWN_NETWORK.addSubnet("127.0.0.0", 8, "ipv4");
OWN_NETWORK.addSubnet("10.0.0.0", 8, "ipv4");
OWN_NETWORK.addSubnet("172.16.0.0", 12, "ipv4");
OWN_NETWORK.addSubnet("192.168.0.0", 16, "ipv4");
OWN_NETWORK.addAddress("::1", "ipv6");
OWN_NETWORK.addSubnet("fc00::", 7, "ipv6");
OWN_NETWORK.addSubnet("fe80::", 10, "ipv6");

/**
 * Whether an address names this machine or the network around it, by its text alone: nothing is
 * looked up. For showing "nothing to pay", and for reading what the operator set; what may be
 * connected to is decided by inference/wire/address-rule.ts.
 */
export function isLocalAddress(baseUrl: string): boolean {
  const host = URL.parse(baseUrl)?.hostname.replaceAll(/[[\]]/g, "") ?? "";
  const version = isIP(host);
  if (version > 0) return OWN_NETWORK.check(host, version === 4 ? "ipv4" : "ipv6");
  return host !== "" && (!host.includes(".") || /\.(local|lan|home|internal|localhost|home\.arpa)$/.test(host));
}
