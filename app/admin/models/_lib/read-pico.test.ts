import { assert, integer, property } from "fast-check";
import { expect, it } from "vitest";
import { readPico } from "./read-pico.ts";
import { writePico } from "./write-pico.ts";

it.each([
  ["", null],
  ["0", 0],
  ["3", 3_000_000],
  ["$ 2.50", 2_500_000],
  ["0,075", 75_000],
  ["0.000001", 1],
])("reads %j dollars a million tokens as %s pico-dollars a token", (typed, pico) => {
  expect(readPico(typed)).toBe(pico);
});

it.each(["free", "-1", "1.2.3", "0.0000001", "1e3"])("does not take %j for a price", (typed) => {
  expect(readPico(typed)).toBeNaN();
});

it("reads back every price that it writes", () => {
  assert(property(integer({ min: 0, max: 999_999_999_999_999 }), (pico) => readPico(writePico(pico)) === pico));
});
