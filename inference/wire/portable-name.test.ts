import { expect, test } from "vitest";
import { portableName } from "./portable-name.ts";

test("a name that every provider takes stays", () => {
  expect(portableName("toolu_01A09q90qw90lq917835lq9")).toBe("toolu_01A09q90qw90lq917835lq9");
});

test.each(["", "functions.look up", "a".repeat(41), "wetter_für_🌍"])("%j becomes one, the same every time", (name) => {
  expect(portableName(name)).toMatch(/^[\w-]{1,40}$/);
  expect(portableName(name)).toBe(portableName(name));
});

test("names that differ in what no provider takes stay apart", () => {
  expect(portableName("a.b")).not.toBe(portableName("a:b"));
});
