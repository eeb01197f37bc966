import { expect, test } from "vitest";
import { Turnstile } from "./turnstile.ts";

test("two go in, the others one by one as those leave, in the order in which they came, also behind one that failed", async () => {
  const turnstile = new Turnstile(2);
  const inside: string[] = [];
  const doors = new Map(["a", "b", "c", "d"].map((name) => [name, Promise.withResolvers<string>()]));
  const passing = [...doors].map(async ([name, { promise }]) =>
    turnstile.pass(() => {
      inside.push(name);
      return promise;
    }),
  );
  const outcomes = Promise.allSettled(passing);
  expect(inside).toEqual(["a", "b"]);
  doors.get("b")?.reject(new Error("no"));
  await expect(passing[1]).rejects.toThrow("no");
  await expect.poll(() => inside).toEqual(["a", "b", "c"]);
  for (const { resolve } of doors.values()) resolve("done");
  expect((await outcomes).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
  expect(inside).toEqual(["a", "b", "c", "d"]);
});
