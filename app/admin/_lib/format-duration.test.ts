import { expect, it } from "vitest";
import { formatDuration } from "./format-duration.ts";

it.each([
  [0, "0 ms"],
  [420, "420 ms"],
  [1_940, "1.9 s"],
  [12_400, "12 s"],
  [119_000, "119 s"],
  [180_000, "3 min"],
  [7_300_000, "2 h"],
])("says %d ms as %s", (ms, words) => {
  expect(formatDuration(ms, "en")).toBe(words.replace(" ", "\u00A0"));
});

it("writes numbers as the language does", () => {
  expect(formatDuration(1_940, "de")).toBe("1,9\u00A0s");
});
