import { expect, test } from "vitest";
import { readSpans } from "./read-spans.ts";

test("nested colours become pieces of lines, the innermost winning", () => {
  const html = '<span class="hljs-string">&quot;a <span class="hljs-subst">b</span>\nc&quot;</span> &lt;d&gt;';
  expect(readSpans(html, '"a b\nc" <d>')).toEqual([
    [
      { text: '"a ', scope: "hljs-string" },
      { text: "b", scope: "hljs-subst" },
    ],
    [
      { text: 'c"', scope: "hljs-string" },
      { text: " <d>", scope: "" },
    ],
  ]);
});

test("entities of the code itself stay what they were", () => {
  expect(readSpans("&amp;lt;", "&lt;")).toEqual([[{ text: "&lt;", scope: "" }]]);
});

test("a text that is not the code is refused", () => {
  expect(readSpans("<b>x</b>", "x")).toBeNull();
  expect(readSpans("y", "x")).toBeNull();
});
