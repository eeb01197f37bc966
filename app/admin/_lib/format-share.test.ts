import { expect, it } from "vitest";
import { formatShare } from "./format-share.ts";

it.each([
  [0, "0%"],
  [0.00002, "0.1%"],
  [0.014, "1.4%"],
  [0.126, "13%"],
  [1, "100%"],
])("says %d as %s", (share, words) => {
  expect(formatShare(share, "en")).toBe(words);
});
