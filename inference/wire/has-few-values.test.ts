import { expect, test } from "vitest";
import { hasFewValues } from "./has-few-values.ts";

test.each([
  ["a list of one text", ["x".repeat(1_000)], 2],
  ["a list of nothing", [null], 2],
  ["a list", [1, 2, 3], 4],
  ["an object", { a: 1, b: { c: [] } }, 4],
  ["a list of lists", [[1], [[2]]], 6],
])("every value counts once: %s", (_what, json, values) => {
  expect([hasFewValues(json, values), hasFewValues(json, values - 1)]).toEqual([true, false]);
});

test("neither depth nor number makes it slow or break", () => {
  const deep: unknown = JSON.parse("[".repeat(1_000_000) + "]".repeat(1_000_000));
  const many: unknown = Array(4_000_000).fill(1);
  const from = performance.now();
  expect([hasFewValues(deep, 20_000), hasFewValues(many, 20_000)]).toEqual([false, false]);
  expect(performance.now() - from).toBeLessThan(1_000);
}, 20_000);
