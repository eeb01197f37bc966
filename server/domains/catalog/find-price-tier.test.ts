import { expect, test } from "vitest";
import { findPriceTier } from "./find-price-tier.ts";
import { testing } from "./testing-catalogue.ts";

const [early, late] = [testing.price("2026-01-01", 100), testing.price("2026-12-01", 200)];
const [short] = early.tiers;
const withLong = { ...early, tiers: short ? [short, { ...short, aboveInputTokens: 272_000, inputPico: 900 }] : [] };
const inputPico = (day: string, inputTokens = 0) => findPriceTier([withLong, late], { day, inputTokens })?.inputPico;

test("a price holds from its day on, until the next one", () => {
  expect(inputPico("2025-12-31")).toBeUndefined();
  expect(inputPico("2026-01-01")).toBe(100);
  expect(inputPico("2026-11-30")).toBe(100);
  expect(inputPico("2026-12-01")).toBe(200);
});

test("a longer request has the price of its length, from the first token above on", () => {
  expect(inputPico("2026-06-01", 272_000)).toBe(100);
  expect(inputPico("2026-06-01", 272_001)).toBe(900);
});

test("no price is no price, not nothing", () => {
  expect(findPriceTier([], { day: "2026-06-01", inputTokens: 0 })).toBeNull();
});
