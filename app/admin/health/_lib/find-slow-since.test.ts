import { expect, it } from "vitest";
import { findSlowSince } from "./find-slow-since.ts";
import { testSeries } from "./testing-health.ts";

it("finds the first of the slow minutes, over gaps", () => {
  expect(findSlowSince(testSeries({ firstTokenP50Ms: [2_000, null, 3_000] }))).toBe(27);
});

it.each([
  ["as fast as ever", testSeries()],
  ["one slow minute", testSeries({ firstTokenP50Ms: [400, 9_000] })],
  ["fast again", testSeries({ firstTokenP50Ms: [9_000, 9_000, 400] })],
  ["twice as slow, but faster than anybody waits", testSeries({ firstTokenP50Ms: [900, 950, 980] })],
  [
    "nothing before to compare with",
    { ...testSeries(), firstTokenP50Ms: [...Array(27).fill(null), 400, 2_000, 2_000] },
  ],
  ["nothing measured", { ...testSeries(), firstTokenP50Ms: Array(30).fill(null) }],
])("calls %s not slow", (_words, series) => {
  expect(findSlowSince(series)).toBeNull();
});
