import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findPause } from "./find-pause.ts";

test("the bound doubles with each failure up to eight seconds", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 20].map((failures) => findPause(failures, 1))).toEqual([
    250, 500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000,
  ]);
});

test("every pause below the bound is as likely as any other, none at all included", () => {
  fc.assert(
    fc.property(fc.nat(30), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (failures, random) => {
      const bound = findPause(failures, 1);
      expect(findPause(failures, random)).toBe(Math.round(bound * random));
    }),
  );
});
