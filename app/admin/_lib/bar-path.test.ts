import { expect, it } from "vitest";
import { barPath } from "./bar-path.ts";

const box = { width: 16, height: 10, max: 100 };

it("lets a bar stand on the ground for each value, with room between them", () => {
  expect(barPath([50, 0], box)).toBe("M1 10v-5h6v5z");
});

it("makes little visible, and lets nothing grow out of its box", () => {
  expect(barPath([1, 500], box, 3)).toBe("M1 10v-3h6v3zM9 10v-10h6v10z");
});
