import { expect, test } from "vitest";
import { FrameMemory } from "./frame-memory.ts";

test("one person may fill one person's share, and all together no more than the process bears", () => {
  const memory = new FrameMemory({ person: 100, process: 250 });
  expect([memory.change("a", 100), memory.change("a", 1)]).toEqual([true, false]);
  expect([memory.change("b", 100), memory.change("c", 60)]).toEqual([true, false]);
  memory.change("a", -101);
  expect(memory.change("d", 1)).toBe(true);
  expect(memory.total).toBe(161);
});
