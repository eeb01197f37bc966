import { expect, test } from "vitest";
import { parseOptions } from "./parse-options.ts";

test("without words it is what CI runs: 20 seeds from 1 on, strict, on PostgreSQL alone", () => {
  expect(parseOptions([])).toEqual({
    firstSeed: 1,
    seeds: 20,
    minutes: null,
    isPlanOnly: false,
    redis: "none",
    hasWeb: false,
    mayBeInterrupted: false,
  });
});

test("a seed that is named is played alone, unless a number of seeds is named too", () => {
  expect(parseOptions(["--seed", "41"])).toMatchObject({ firstSeed: 41, seeds: 1 });
  expect(parseOptions(["--seed", "41", "--seeds", "300"])).toMatchObject({ firstSeed: 41, seeds: 300 });
});

test("the engines are one Redis, a cluster, or none", () => {
  expect(parseOptions(["--redis"]).redis).toBe("single");
  expect(parseOptions(["--redis-cluster"]).redis).toBe("cluster");
  expect(parseOptions(["--no-redis"]).redis).toBe("none");
});

test("what is not understood is refused with the way to ask", () => {
  for (const words of [
    ["--sedes", "3"],
    ["--seeds", "none"],
    ["--seeds", "0"],
  ]) {
    expect(() => parseOptions(words)).toThrow("usage: npm run chaos");
  }
});
