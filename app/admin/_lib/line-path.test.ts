import { expect, it } from "vitest";
import { linePath } from "./line-path.ts";

const box = { width: 30, height: 10, max: 100 };

it("goes through the middle of each step, the greatest value at the top", () => {
  expect(linePath([0, 50, 100], box)).toBe("M5 10L15 5L25 0");
});

it("leaves a gap where nothing was measured, and shows what stands alone", () => {
  expect(linePath([100, null, 0], box)).toBe("M0 0h10M20 10h10");
});

it("draws nothing of nothing, and stays inside its box", () => {
  expect(linePath([null, null, null], box)).toBe("");
  expect(linePath([0, 0, 0], { ...box, max: 0 })).toBe("M5 10L15 10L25 10");
  expect(linePath([400, null, null], box)).toBe("M0 0h10");
});
