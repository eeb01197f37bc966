import { expect, test } from "vitest";
import { findIpAddress } from "./find-ip-address.ts";

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["198.51.100.1, 192.0.2.1", "192.0.2.1"],
  ["2001:db8::1", "2001:db8::1"],
  ["", "unknown"],
])("of X-Forwarded-For %j it is %s: only the last entry is the public port's own", (header, ipAddress) => {
  expect(findIpAddress(new Headers({ "x-forwarded-for": header }))).toBe(ipAddress);
});
