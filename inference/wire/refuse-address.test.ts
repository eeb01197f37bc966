import { expect, test } from "vitest";
import { refuseAddress } from "./refuse-address.ts";

test("what a setting would open is told from what nothing opens", () => {
  expect(refuseAddress("gpu.example.org", ["10.0.0.1", "169.254.1.1"]).message).toBe(
    "gpu.example.org (10.0.0.1, 169.254.1.1) is in the own network, where PRIVATE_ADDRESSES does not open it.",
  );
  expect(refuseAddress("10.0.0.1", ["10.0.0.1"]).message).toMatch(/^10\.0\.0\.1 is in the own network/);
  expect(refuseAddress("169.254.169.254", ["169.254.169.254"]).message).toBe(
    "169.254.169.254 is at an address that no model server may have.",
  );
  expect(refuseAddress("nowhere.example.org", []).message).toContain("no model server may have");
});

test("a name with hundreds of addresses does not make a message of hundreds", () => {
  const addresses = Array.from({ length: 300 }, (_none, at) => `10.0.0.${at % 256}`);
  expect(refuseAddress("many.example.org", addresses).message.length).toBeLessThan(250);
});
