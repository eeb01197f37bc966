import { expect, it } from "vitest";
import { formatRelative } from "./format-relative.ts";

const now = new Date("2026-03-31T12:00:00Z");

it.each([
  ["2026-03-31T11:59:30Z", "now"],
  ["2026-03-31T12:00:30Z", "now"],
  ["2026-03-31T11:55:00Z", "5 minutes ago"],
  ["2026-03-31T09:00:00Z", "3 hours ago"],
  ["2026-03-30T12:00:00Z", "yesterday"],
  ["2026-01-15T12:00:00Z", "2 months ago"],
])("says how long ago %s was: %s", (moment, words) => {
  expect(formatRelative(new Date(moment), now, "en")).toBe(words);
});

it("speaks the person's language", () => {
  expect(formatRelative(new Date("2026-03-30T12:00:00Z"), now, "de")).toBe("gestern");
});
