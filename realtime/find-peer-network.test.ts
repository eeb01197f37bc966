import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { findPeerNetwork } from "./find-peer-network.ts";

const networkOf = (forwarded: string | undefined): string =>
  findPeerNetwork({
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
    socket: { remoteAddress: "::ffff:127.0.0.1" } as IncomingMessage["socket"],
  });

test.each([
  ["the public port's word", "192.0.2.7", "192.0.2.7"],
  ["the nearest of several words", "203.0.113.1, 192.0.2.7", "192.0.2.7"],
  ["the half of an IPv6 address that a subscriber holds", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["the peer itself where nobody says anything", undefined, "127.0.0.1"],
  ["the peer itself where nonsense is said", "office", "127.0.0.1"],
])("%s names the network", (_what, forwarded, network) => {
  expect(networkOf(forwarded)).toBe(network);
});
