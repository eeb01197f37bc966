import { expect, test } from "vitest";
import { every } from "./every.ts";

test("a failure is said once, whatever else fails behind it, and again after it worked", async () => {
  const said: string[] = [];
  const logger = { info: () => {}, warn: (_what: object, message: string) => said.push(message), error: () => {} };
  const results = [false, false, false, true, false, true];
  const done = Promise.withResolvers<void>();
  const work = async (): Promise<void> => {
    const isGood = results.shift();
    if (results.length === 0) done.resolve();
    if (!isGood) throw new Error("away");
  };
  const stop = every(0, work, logger);
  await done.promise;
  stop();
  expect(said).toEqual(["a periodic task fails", "a periodic task fails"]);
});
