import { expect, test } from "vitest";
import { isPlainJson } from "./is-plain-json.ts";

const isPlain = (text: string): boolean => isPlainJson(Buffer.from(text));

test("what a browser of ours sends is plain", () => {
  const cursors = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`id-${index}`, { epoch: 1, seq: 2 }]));
  expect(isPlain(JSON.stringify({ type: "conversation.subscribe", cursors }))).toBe(true);
  expect(isPlain(JSON.stringify({ parts: Array.from({ length: 16 }, () => ({ type: "text", text: "hi" })) }))).toBe(
    true,
  );
});

test("a text about brackets is plain, however many it holds", () => {
  expect(isPlain(JSON.stringify({ text: `${"[{".repeat(100_000)}"\\\\"${",".repeat(100_000)}` }))).toBe(true);
});

test.each([
  ["deep arrays", "[".repeat(2_000_000)],
  ["deep objects", '{"a":'.repeat(400_000)],
  ["many keys", `{${Array.from({ length: 150_000 }, (_, index) => `"k${index}":1`).join(",")}}`],
  ["many empty arrays", `[${"[],".repeat(600_000)}1]`],
  ["many numbers", `[${"1,".repeat(900_000)}1]`],
])("%s are told after some thousand bytes, whatever the size of the rest", (_what, text) => {
  let read = 0;
  const bytes = new Proxy(Buffer.from(text), {
    get: (target, name) => {
      read += 1;
      return Reflect.get(target, name, target);
    },
  });
  expect(isPlainJson(bytes)).toBe(false);
  expect(read).toBeLessThan(100_000);
});

test("a string that never ends, and one that ends in a backslash, are read once", () => {
  expect(isPlain(`{"a":"${"x".repeat(100)}`)).toBe(true);
  expect(isPlain('"\\')).toBe(true);
});
