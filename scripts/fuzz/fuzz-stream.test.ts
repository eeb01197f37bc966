import { expect, test } from "vitest";
import { fuzzStream } from "./fuzz-stream.ts";

test("no mutated stream breaks a promise: a few of the million that npm run fuzz reads", async () => {
  const ends = new Set<string>();
  for (let seed = 0; seed < 2_000; seed += 1) ends.add((await fuzzStream(seed)).end);
  for (const end of ["finish", "provider-stream-broken"]) expect([...ends]).toContain(end);
}, 60_000);

test("the same seed is the same stream", async () => {
  expect(await fuzzStream(42)).toEqual(await fuzzStream(42));
});
