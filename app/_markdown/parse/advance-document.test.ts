import * as fc from "fast-check";
import { expect, test } from "vitest";
import { advanceDocument, type MarkdownDocument } from "./advance-document.ts";
import type { MarkdownNode } from "./block.ts";
import { CORPUS } from "./corpus.ts";
import { parseTail } from "./parse-tail.ts";

const documents = Object.values(CORPUS);
const piece = fc.constantFrom(
  ...documents.flatMap((text) => text.split(/(?<=\n)/)),
  "\n",
  "\r\n",
  "  ",
  "- ",
  "> ",
  "```",
);
const anyDocument = fc.oneof(
  fc.constantFrom(...documents),
  fc.array(piece, { maxLength: 24 }).map((all) => all.join("")),
);

test.each(Object.entries(CORPUS))(
  "%s: every beginning, reached letter by letter, shows what parsing it whole shows",
  (_, text) => {
    let document: MarkdownDocument | null = null;
    for (let end = 1; end <= text.length; end++) {
      document = advanceDocument(document, text.slice(0, end), true);
      expect(shown(advanceDocument(document, text.slice(0, end), false))).toEqual(shownWhole(text.slice(0, end)));
    }
  },
);

test("any document in any pieces ends as it does in one", () => {
  fc.assert(
    fc.property(anyDocument, fc.array(fc.nat({ max: 40 }), { maxLength: 60 }), (text, lengths) => {
      let document: MarkdownDocument | null = null;
      let end = 0;
      for (const length of lengths) {
        end = Math.min(text.length, end + length);
        document = advanceDocument(document, text.slice(0, end), true);
      }
      expect(shown(advanceDocument(document, text, false))).toEqual(shownWhole(text));
    }),
    { numRuns: 1_500 },
  );
});

test("words are added to the last text without parsing, and shown as if parsed", () => {
  let document: MarkdownDocument | null = null;
  // An open code block holds less back than a parse does: inside it no line can become
  // anything else. And definitions count from where they settle.
  const plainOnes = documents.filter((text) => !/```|~~~|\]:/.test(text));
  const words = 'Plain words, "quoted" and **bold** ones; then 12 more - and so on.\n\n- in a list too';
  for (const text of [...plainOnes, words]) {
    for (let end = 1; end <= text.length; end++) {
      document = advanceDocument(document, text.slice(0, end), true);
      expect(nodes(document)).toEqual(nodes(advanceDocument(null, text.slice(0, end), true)));
    }
  }
});

test("a block that has settled stays the same object", () => {
  const text = "First *paragraph*.\n\n```js\nlet a;\n```\n\n- a\n- b\n\nlast words\nend";
  let document: MarkdownDocument | null = null;
  const seen = new Map<number, unknown>();
  for (let end = 1; end <= text.length; end++) {
    document = advanceDocument(document, text.slice(0, end), true);
    for (const { blocks } of document.segments) {
      for (const block of blocks) expect(block).toBe(seen.get(block.start) ?? block);
      for (const block of blocks) seen.set(block.start, block);
    }
  }
  expect(seen.size).toBe(3);
});

test("an open code block grows without being parsed, until it closes", () => {
  const open = advanceDocument(null, "```js\nlet a;\n", true);
  const grown = advanceDocument(open, "```js\nlet a;\nlet b;\n\nlet c", true);
  expect(grown.openFence?.block.node.token.content).toBe("let a;\nlet b;\n\nlet c");
  expect(advanceDocument(grown, "```js\nlet a;\nlet b;\n\nlet c\n```\n", true).openFence).toBeNull();
});

test("a source that is not a continuation starts from nothing", () => {
  const before = advanceDocument(null, "one\n\ntwo\n\nthree", true);
  expect(shown(advanceDocument(before, "other\n\ntext", false))).toEqual(shownWhole("other\n\ntext"));
});

test("a definition that comes late reaches the text that waited for it, and no other", () => {
  const start = "See [late].\n\nUntouched [other].\n\nThird.\n\n";
  const before = advanceDocument(null, start, true);
  const after = advanceDocument(before, `${start}[late]: https://late.example\n\nEnd\n`, true);
  expect(JSON.stringify(shown(after)[0])).toContain("https://late.example");
});

function shownWhole(text: string): unknown[] {
  return shown(parseTail({ text, offset: 0, references: new Map(), isOpen: false }));
}

function shown({ blocks }: Pick<MarkdownDocument, "blocks">): unknown[] {
  return blocks.map(({ node, start, text }) => ({ start, text, node: plain(node) }));
}

const nodes = ({ blocks }: MarkdownDocument) => blocks.map(({ node }) => plain(node));

function plain({ token, children }: MarkdownNode): unknown {
  const { type, tag, attrs, content, info, meta, hidden, markup } = token;
  return { type, tag, attrs, content, info, meta: { ...meta }, hidden, markup, children: children.map(plain) };
}
