import { expect, it } from "vitest";
import { readWhole } from "./read-whole.ts";

it.each([
  ["", null],
  ["  ", null],
  ["0", 0],
  ["200000", 200_000],
  ["200 000", 200_000],
  ["200,000", 200_000],
  ["1.050.000", 1_050_000],
  ["128k", 128_000],
  ["1.5 M", 1_500_000],
  ["1,5k", 1_500],
])("reads %j as %s", (typed, value) => {
  expect(readWhole(typed)).toBe(value);
});

it.each(["1.5", "-3", "many", "12 34", "1e3", "99999999999999999999"])(
  "does not take %j for a whole number",
  (typed) => {
    expect(readWhole(typed)).toBeNaN();
  },
);
