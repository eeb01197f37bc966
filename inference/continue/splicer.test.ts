import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CODE_TEXT, MARKDOWN_TEXT, UNICODE_TEXT, writeCount } from "#inference/simulator/texts.ts";
import { findOverlapStarts } from "./find-overlap-starts.ts";
import { Splicer } from "./splicer.ts";

function splice(written: string, ...pieces: string[]): string {
  const splicer = new Splicer(written);
  const shown = pieces.map((piece) => splicer.push(piece));
  return written + shown.join("") + splicer.end();
}

function cut(text: string, sizes: Iterator<number>): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const size = sizes.next().value ?? 1;
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  return pieces;
}

const cutting = fc.infiniteStream(fc.integer({ min: 1, max: 9 }));
const words = fc.constantFrom(
  "one",
  "two",
  "three",
  "ha",
  "that",
  "x = 1;",
  "**bold**",
  "你好",
  "😀",
  "0,",
  "}",
  "- item",
);
const blanks = fc.constantFrom(" ", "\n", "\n\n", "  ");
const text = fc
  .array(fc.tuple(fc.oneof(words, fc.string({ unit: "grapheme", maxLength: 12 })), blanks), {
    minLength: 2,
    maxLength: 40,
  })
  .map((pairs) => pairs.flat().join(""));
/** A text and a place in it where a whole character has ended. */
const broken = fc
  .tuple(text, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([whole, where]) => ({ whole, written: whole.slice(0, Math.ceil(whole.length * where)).toWellFormed() }))
  .filter(({ whole, written }) => written.trim() !== "" && whole.startsWith(written));

/** Which ends of what was written a continuation repeats, if it happens to, by the lengths that count as repeated. */
function repeatedBy(written: string, continuation: string): number[] {
  const lengths = findOverlapStarts(written.slice(-400)).map(({ at }) => Math.min(written.length, 400) - at);
  return lengths.filter((length) => continuation.startsWith(written.slice(-length)));
}

describe("behind every place of a text", () => {
  test.each([
    ["Markdown", MARKDOWN_TEXT],
    ["code", CODE_TEXT],
    ["many scripts", UNICODE_TEXT],
    ["numbers", writeCount(150)],
  ])("of %s, what goes on exactly is left as it is", (_name, whole) => {
    fc.assert(
      fc.property(cutting, (sizes) => {
        const at = sizes.next().value ?? 1;
        for (let length = at; length < whole.length; length += 9) {
          const written = whole.slice(0, length).toWellFormed();
          if (whole.startsWith(written)) expect(splice(written, ...cut(whole.slice(length), sizes))).toBe(whole);
        }
      }),
      { numRuns: 10 },
    );
  });
});

test("whatever the text, the place and the pieces: what goes on without repeating anything is left as it is", () => {
  fc.assert(
    fc.property(broken, cutting, ({ whole, written }, sizes) => {
      const rest = whole.slice(written.length);
      fc.pre(repeatedBy(written, rest).length + repeatedBy(written, rest.trimStart()).length === 0);
      expect(splice(written, ...cut(rest, sizes))).toBe(whole);
    }),
  );
});

test("whatever the text, the place, the overlap and the pieces: an overlap that says enough goes, and nothing else", () => {
  fc.assert(
    fc.property(broken, fc.nat(), cutting, ({ whole, written }, choice, sizes) => {
      const starts = findOverlapStarts(written).filter(({ strength }) => strength !== "alone");
      fc.pre(starts.length > 0);
      const length = written.length - (starts[choice % starts.length]?.at ?? 0);
      const continuation = written.slice(-length) + whole.slice(written.length);
      fc.pre(Math.max(...repeatedBy(written, continuation)) === length);
      expect(splice(written, ...cut(continuation, sizes))).toBe(whole);
    }),
  );
});

test("whatever the text, the place and the pieces: a model that starts over shows what is new, and only that", () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 1_500 }), cutting, (length, sizes) => {
      const whole = writeCount(400);
      expect(splice(whole.slice(0, length), ...cut(whole, sizes))).toBe(whole);
    }),
  );
});

test("text that repeats nothing waits for a word or two at most", () => {
  const splicer = new Splicer(MARKDOWN_TEXT);
  expect(splicer.push(" zebras")).toBe(" zebras");
  const undecided = new Splicer("We went up to the old house by the sea");
  expect([undecided.push("to the"), undecided.push(" new")]).toEqual(["", "to the new"]);
});

test.each([
  ["a line about going on", "It was a", "Sure, continuing where I left off:\n\n long day."],
  ["the same in German", "It was a", "Natürlich, ich setze meine Antwort fort, weiter geht es:\n\n long day."],
  ["such a line and the last words", "It was a warm and", "Certainly! Here is the rest:\n\na warm and long day."],
  ["such a line without the person", "It was a", "Continuing from where it stopped:\n\n long day."],
  ["dots and the last words", "It was a warm", "…a warm long day."],
  ["blank lines and the last words", "It was a warm and", "\n\nwas a warm and long day."],
  ["the last word once more, from its beginning", "It was a lon", "long day."],
  ["the whole last line", "# Title\n\nIt was a", "It was a long day."],
  ["a text of a few words from the beginning", "It was", "It was a long day."],
])("takes off %s", (_what, written, continuation) => {
  expect(splice(written, continuation)).toMatch(
    /^(# Title\n\n)?It was( a)?( warm)?( and)? long day\.$|^It was a long day\.$/,
  );
});

test.each([
  ["that names its language", "```python\nprint(1)\npri", "```python\nnt(2)\n```"],
  ["and the last line", "```python\nprint(1)\npri", "```python\nprint(2)\n```"],
  ["without a language and the last lines", "```python\nprint(1)\npri", "```\nprint(1)\nprint(2)\n```"],
])("takes off a fence %s inside a block that is open", (_what, written, continuation) => {
  expect(splice(written, continuation)).toBe("```python\nprint(1)\nprint(2)\n```");
});

test.each([
  ["the fence that closes the block", "```python\nprint(1)\n", "```\n\nThat is all."],
  ["a fence behind a closed block", "```python\nprint(1)\n```\n\n", "```python\nprint(2)\n```"],
  ["a second brace", "    }\n  }\n", "  }\n}\n"],
  ["a second closing tag, less deep", "        </div>\n", "      </div>\n"],
  ["a word twice", "He said that", " that was all."],
  ["a syllable twice", "pa", "paya"],
  ["the same digits", "The number is 100", "100."],
  ["a row of equal values", "[0, 0, 0, 0", ", 0, 0, 0, 0, 0]"],
  ["a second row of an empty table", "| | |\n| | |\n", "| | |\n| | |\n"],
  ["a doubled word of a script without blanks", "我们讨论", "讨论这个问题"],
  ["a sentence that begins like a line about going on", "Done.\n\n", "Here is the rest: nothing.\n"],
  ["a sentence that begins like a word to the person", "Done.\n\n", "Sure, it rained.\n"],
])("keeps %s", (_what, written, continuation) => {
  expect(splice(written, continuation)).toBe(written + continuation);
});

test("a long line that the answer meant to hold twice in a row is taken for a repetition", () => {
  expect(splice("<li>The same item</li>\n", "<li>The same item</li>\n</ul>")).toBe("<li>The same item</li>\n</ul>");
});

test("a repetition that is a little different stays, since nobody can tell what was meant", () => {
  expect(splice("It was a warm day", "It was a cold day")).toBe("It was a warm dayIt was a cold day");
});

test("where nothing was missing, the last words alone go, however short they are", () => {
  expect(splice("Hello", "Hello")).toBe("Hello");
  expect(splice("It is so", "is so")).toBe("It is so");
});

test("a model that starts over with other words is refused, and so is one that does not get as far", () => {
  const written = writeCount(200);
  const refusal = expect.objectContaining({ code: "provider-request-rejected", isRetryable: false });
  expect(() => splice(written, `${written.slice(0, 200)} and other words`)).toThrow(refusal);
  expect(() => splice(written, written.slice(0, 200))).toThrow(refusal);
});

test("the line under a table's head counts as said, though it has no letters", () => {
  const head = "| City | Rain in a year | Umbrellas |\n| --- | ---: | --- |";
  expect(splice(head, " Umbrellas |\n| --- | ---: | --- |\n| Bergen |")).toBe(`${head}\n| Bergen |`);
});
