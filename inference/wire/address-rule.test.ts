import { expect, test } from "vitest";
import { AddressRule } from "./address-rule.ts";

const CLOSED = new AddressRule([]);
const OPEN = new AddressRule("all");

test.each([
  ["a public address", "8.8.8.8"],
  ["a public address of IPv6", "2606:4700::6810:85e5"],
  ["a public address mapped into IPv6", "::ffff:8.8.8.8"],
  ["a public address behind NAT64, as networks without IPv4 name everything", "64:ff9b::808:808"],
  ["the last address before the private ones", "9.255.255.255"],
  ["the first address behind 172.16/12", "172.32.0.0"],
  ["the first address behind 100.64/10", "100.128.0.0"],
])("%s is open to everybody: %s", (_what, address) => {
  expect([CLOSED.allows(address), OPEN.allows(address)]).toEqual([true, true]);
});

test.each([
  ["loopback", ["127.0.0.1", "127.255.255.254", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1", "::ffff:7f00:1"]],
  ["private", ["10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "::ffff:c0a8:1"]],
  ["private behind NAT64", ["64:ff9b::10.0.0.1", "64:ff9b::a00:1", "64:FF9B:0:0:0:0:C0A8:101", "64:ff9b::7f00:1"]],
  ["shared by a provider's customers", ["100.64.0.1", "100.127.255.255"]],
  ["unique-local", ["fc00::1", "fdff:ffff:ffff:ffff::1", "fd12:3456::1%eth0"]],
  ["of a transparent proxy", ["198.18.0.1", "198.19.255.255"]],
])("an address that is %s is open where a setting says so", (_what, addresses) => {
  expect(addresses.filter((address) => CLOSED.allows(address))).toEqual([]);
  expect(addresses.filter((address) => !OPEN.allows(address))).toEqual([]);
});

test.each([
  ["link-local, where clouds keep keys", ["169.254.169.254", "169.254.170.2", "fe80::1", "fe80::a9fe:a9fe%eth0"]],
  ["link-local in another form", ["::ffff:169.254.169.254", "::ffff:a9fe:a9fe", "64:ff9b::a9fe:a9fe"]],
  ["a cloud's own", ["fd00:ec2::254", "fd00:ec2:0:0::23", "fd20:ce::254", "168.63.129.16", "100.100.100.200"]],
  ["a cloud's own behind NAT64", ["64:ff9b::6464:64c8", "64:ff9b::168.63.129.16"]],
  ["this host", ["0.0.0.0", "0.1.2.3", "::", "::ffff:0.0.0.0", "64:ff9b::"]],
  ["multicast or broadcast", ["224.0.0.1", "239.255.255.255", "255.255.255.255", "ff02::1", "::ffff:224.0.0.1"]],
  ["reserved", ["240.0.0.1", "192.0.0.192", "192.0.2.1", "198.51.100.1", "203.0.113.9", "100::1", "2001:db8::1"]],
  ["6to4 or Teredo", ["2002:a00:1::1", "2002:808:808::1", "2001:0:7f00:1::", "2001::1"]],
  ["an older form of IPv4 in IPv6", ["::127.0.0.1", "::10.0.0.1", "::ffff:0:10.0.0.1", "64:ff9b:1::a00:1"]],
  ["site-local", ["fec0::1"]],
  ["no address", ["", "localhost", "127.1", "0x7f000001", "2130706433", "010.0.0.1", "[::1]", "8.8.8.8/8"]],
])("what is %s is open to nobody", (_what, addresses) => {
  expect(addresses.filter((address) => OPEN.allows(address))).toEqual([]);
  expect(addresses.filter((address) => new AddressRule(["0.0.0.0/0", "::/0"]).allows(address))).toEqual([]);
});

test("a setting opens the addresses and ranges that it names, in each of their forms, and no others", () => {
  const rule = new AddressRule(["127.0.0.1", "10.1.0.0/16", "fd12::/16"]);
  const open = ["127.0.0.1", "::ffff:7f00:1", "10.1.200.3", "::ffff:10.1.2.3", "64:ff9b::10.1.2.3", "fd12::9"];
  expect(open.filter((address) => !rule.allows(address))).toEqual([]);
  const closed = ["127.0.0.2", "10.2.0.1", "::1", "fd13::1", "192.168.0.1", "::ffff:10.2.0.1"];
  expect(closed.filter((address) => rule.allows(address))).toEqual([]);
});

test("what is no range is refused at once", () => {
  expect(() => new AddressRule(["10.0.0.0/33"])).toThrow(RangeError);
  expect(() => new AddressRule(["intranet"])).toThrow();
});
