import { expect, test } from "vitest";
import { mendInline } from "./mend-inline.ts";

test.each([
  ["some **bold te", "some **bold te**"],
  ["some **bold* ", "some **bold* "],
  ["some **bold*", "some **bold**"],
  ["some **", "some "],
  ["*a **b", "*a **b***"],
  ["~~gone", "~~gone~~"],
  ["`code", "`code`"],
  ["**a `b", "**a `b`**"],
  ["`", ""],
  ["snake_case_name", "snake_case_name"],
  ["2 * 3 * 4", "2 * 3 * 4"],
  ["done **bold** and `code` text", "done **bold** and `code` text"],
  ["see [the text", "see the text"],
  ["see [the text]", "see the text"],
  ["see [the text](https://exa", "see the text"],
  ["see [the text](https://example.com)", "see [the text](https://example.com)"],
  ["![alt](https://e", "alt"],
  ["[**bold](x", "**bold**"],
  ["costs $5", "costs $5"],
])("%s is shown as %s", (text, mended) => {
  expect(mendInline(text)).toEqual({ text: mended, hasPendingFormula: false });
});

test.each([
  ["so \\(a^", "so \\(a^\\)"],
  ["so $x^", "so \\(x^\\)"],
  ["so **\\[\\frac{1", "so **\\(\\frac{1\\)**"],
])("%s is a formula that is still written", (text, mended) => {
  expect(mendInline(text)).toEqual({ text: mended, hasPendingFormula: true });
});

test("a text that is finished is not touched", () => {
  const text = "A *text* with **all** `kinds` of [links](https://a.example) and $x$ and \\(y\\).";
  expect(mendInline(text).text).toBe(text);
});
