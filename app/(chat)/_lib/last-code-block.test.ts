import { expect, test } from "vitest";
import { lastCodeBlock } from "./last-code-block.ts";

test("the last block of code is found, without its fence", () => {
  expect(lastCodeBlock("```js\none();\n```\ntext\n~~~\ntwo\nthree\n~~~\nend")).toBe("two\nthree\n");
});

test("a fence inside a longer fence belongs to the code", () => {
  expect(lastCodeBlock("````md\n```\ninner\n```\n````")).toBe("```\ninner\n```\n");
});

test("a block that still streams counts, and a text without one has none", () => {
  expect(lastCodeBlock("```ts\nconst a = 1;")).toBe("const a = 1;");
  expect(lastCodeBlock("no `code` here")).toBeNull();
});
