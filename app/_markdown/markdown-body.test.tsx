import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { en } from "#app/_i18n/en.ts";
import { TextProvider } from "#app/_i18n/text-provider.tsx";
import { MarkdownBody } from "./markdown-body.tsx";
import { advanceDocument, type MarkdownDocument } from "./parse/advance-document.ts";
import { CORPUS } from "./parse/corpus.ts";
import { renderNodes } from "./render-node.tsx";

const withText = (children: React.ReactNode) =>
  renderToStaticMarkup(
    <TextProvider language="en" catalogue={en}>
      {children}
    </TextProvider>,
  );

/** The HTML of an answer without its attributes for direction, which are tested once. */
const html = (source: string, isStreaming = false) =>
  withText(<MarkdownBody source={source} isStreaming={isStreaming} />).replaceAll(' dir="auto"', "");

const htmlOf = (document: MarkdownDocument) =>
  withText(document.blocks.map(({ node, start }) => <i key={start}>{renderNodes([node])}</i>));

test.each(Object.entries(CORPUS))("%s: the same HTML whole and in pieces of seven letters", (_, text) => {
  let document: MarkdownDocument | null = null;
  for (let end = 0; end < text.length; end += 7) document = advanceDocument(document, text.slice(0, end), true);
  expect(htmlOf(advanceDocument(document, text, false))).toBe(htmlOf(advanceDocument(null, text, false)));
});

test("text, emphasis and lists are what they are in HTML", () => {
  expect(html("A **b** *c* ~~d~~ `e`\n\n- one\n- two\n\n3. three")).toBe(
    '<p>A <strong>b</strong> <em>c</em> <del>d</del> <code>e</code></p><ul><li>one</li><li>two</li></ul><ol start="3"><li>three</li></ol>',
  );
});

test("every block finds its own direction", () => {
  expect(withText(<MarkdownBody source={"# a\n\nمرحبا"} isStreaming={false} />)).toContain('<p dir="auto">مرحبا</p>');
});

test("headings stand below the page's own", () => {
  expect(html("# One\n\n###### Six")).toBe('<h3 data-level="1">One</h3><h6 data-level="6">Six</h6>');
});

test("code says its language and is plain text until its colours come", () => {
  const block = html("```ts\nconst a = 1 < 2;\n```");
  expect(block).toContain("<span>TypeScript</span>");
  expect(block).toContain("const a = 1 &lt; 2;");
});

test("a long block is folded when it is opened, and whole while it is written", () => {
  const code = `\`\`\`\n${Array.from({ length: 60 }, (_, index) => `line ${index}`).join("\n")}`;
  expect(html(`${code}\n\`\`\``)).toContain("Show all 60 lines");
  expect(html(code, true)).not.toContain("Show all");
});

test("columns of numbers stand at the end with their heads, others at the start", () => {
  const table = html("| name | price | when |\n|---|---|:-:|\n| a | $1,000.50 | now |\n| b | – | 2 |");
  expect(table).toContain('<th scope="col" data-align="end">price</th>');
  expect(table).toContain('<td data-align="end">–</td>');
  expect(table).toContain('<th scope="col" data-align="start">name</th>');
  expect(table).toContain('<th scope="col" data-align="center">when</th>');
});

test("a formula shows its source until it is typeset; prices are text", () => {
  expect(html("$a^2$ for $5 and $6")).toContain("<code>a^2</code></span> for $5 and $6");
});

test("task boxes tell whether they are done", () => {
  expect(html("- [x] a\n- [ ] b")).toMatch(/Done.*a.*Not done.*b/);
});

test("links say where they lead, beside themselves when their text names another site", () => {
  expect(html("[a](https://a.example/x)")).toBe(
    '<p><a href="https://a.example/x" title="https://a.example/x" target="_blank" rel="noopener noreferrer nofollow">a</a></p>',
  );
  expect(html("[https://bank.example](https://evil.example)")).toContain("(evil.example)");
  expect(html("[bank.example/login](https://bank.example/login)")).not.toContain("(bank.example)");
});

test("names of files are words, not links", () => {
  expect(html("See README.md and node.js or example.com")).not.toContain("<a");
});

test("what is still written does not flash", () => {
  expect(html("Text **bold", true)).toBe("<p>Text <strong>bold</strong></p>");
  expect(html("Text [link](https://exam", true)).toBe("<p>Text link</p>");
  expect(html("Here:\n-", true)).toBe("<p>Here:</p>");
  expect(html("```js\nlet a", true)).toContain("let a");
  expect(html("| a | b |\n|--", true)).toBe("");
});
