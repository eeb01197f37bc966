import { afterEach, expect, test, vi } from "vitest";
import { outgoingAddresses } from "./outgoing-addresses.ts";

afterEach(() => outgoingAddresses.open("all"));

test("the own network is open until somebody says otherwise", () => {
  expect([outgoingAddresses.allows("127.0.0.1"), outgoingAddresses.allows("169.254.169.254")]).toEqual([true, false]);
  outgoingAddresses.open(["10.0.0.0/8"]);
  expect([outgoingAddresses.allows("127.0.0.1"), outgoingAddresses.allows("10.0.0.1")]).toEqual([false, true]);
});

test("what was said holds in the whole process, however often this is loaded into it", async () => {
  outgoingAddresses.open([]);
  vi.resetModules();
  const again = await import("./outgoing-addresses.ts");
  expect(again.outgoingAddresses).not.toBe(outgoingAddresses);
  expect(again.outgoingAddresses.allows("127.0.0.1")).toBe(false);
});
