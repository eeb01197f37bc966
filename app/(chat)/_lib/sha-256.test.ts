import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "./sha-256.ts";

test("agrees with the platform's own for bytes of any length", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
      expect(sha256(data)).toBe(createHash("sha256").update(data).digest("hex"));
    }),
  );
});

test.each([0, 55, 56, 63, 64, 65, 119, 120, 100_000])("agrees at the edge of a block: %d bytes", (length) => {
  const data = new Uint8Array(length).fill(0xa5);
  expect(sha256(data)).toBe(createHash("sha256").update(data).digest("hex"));
});
