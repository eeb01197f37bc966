import { expect, test, vi } from "vitest";
import { oneAtATime } from "./one-at-a-time.ts";

test("asked again and again while it is done, the work is done once more, and later again", async () => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let turns = 0;
  const ask = oneAtATime(async () => gates[turns++]?.promise);
  for (let times = 0; times < 5; times++) ask();
  expect(turns).toBe(1);
  gates[0]?.resolve();
  await vi.waitUntil(() => turns === 2);
  gates[1]?.resolve();
  await gates[1]?.promise;
  await Promise.resolve();
  expect(turns).toBe(2);
  ask();
  await vi.waitUntil(() => turns === 3);
});
