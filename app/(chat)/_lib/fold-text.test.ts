import * as fc from "fast-check";
import { expect, test } from "vitest";
import { foldText } from "./fold-text.ts";

test("a short text stands whole", () => {
  expect(foldText("Hello\nworld")).toBeNull();
  expect(foldText("word ".repeat(120))).toBeNull();
});

test("a long text is cut at a word, and a text of many lines at a line", () => {
  const folded = foldText("word ".repeat(400));
  expect(folded).toMatch(/word$/);
  expect(foldText("line\n".repeat(40))?.split("\n")).toHaveLength(9);
});

test("what is shown is always the beginning of the text", () => {
  fc.assert(fc.property(fc.string({ maxLength: 3000 }), (text) => text.startsWith(foldText(text) ?? text)));
});
