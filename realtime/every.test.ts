import { expect, test, vi } from "vitest";
import { every } from "./every.ts";

test("a failure is said once, whatever else fails behind it, and again after it worked", async () => {
  const said: string[] = [];
  const logger = { info: () => {}, warn: (_what: object, message: string) => said.push(message), error: () => {} };
  let turns = 0;
  const results = [false, false, false, true, false, true];
  const stop = every(
    0,
    async () => {
      if (!results[turns++ % results.length]) throw new Error("away");
    },
    logger,
  );
  await vi.waitUntil(() => turns >= 6);
  stop();
  expect(said).toEqual(["a periodic task fails", "a periodic task fails"]);
});
