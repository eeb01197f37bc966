import { expect, test } from "vitest";
import { newerId } from "./newer-id.ts";

const EARLIER = "019a0000-0000-7000-8000-0000000000ff";
const LATER = "019a0000-0001-7000-8000-000000000000";

test("an id that is newer already stays as it is", () => {
  expect(newerId(LATER, EARLIER)).toBe(LATER);
  expect(newerId(EARLIER, null)).toBe(EARLIER);
});

test("one that a slow clock made is moved right behind", () => {
  expect(newerId(EARLIER, LATER)).toBe("019a0000-0001-7000-8000-000000000001");
  expect(newerId(EARLIER, EARLIER)).toBe("019a0000-0000-7000-8000-000000000100");
});
