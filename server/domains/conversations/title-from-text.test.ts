import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { titleFromText } from "./title-from-text.ts";

test.each([
  ["How do I bake bread?", "How do I bake bread?"],
  ["  How   do I\n\nbake bread?", "How do I"],
  ["\n\n## A heading\n\nand text", "A heading"],
  ["**Bold** and *italic* and `code` and ~~gone~~", "Bold and italic and code and gone"],
  ["Look at [the manual](https://example.org/a) please", "Look at the manual please"],
  ["![a cat](https://example.org/cat.png) What is this?", "a cat What is this?"],
  ["- first point\n- second", "first point"],
  ["> quoted words", "quoted words"],
  ["1. one\n2. two", "one"],
  ["```ts\nconst a = 1;\n```\nWhat does this do?", "const a = 1;"],
  ["---\nAfter a line", "After a line"],
  ["Why is snake_case ugly and _this_ not?", "Why is snake_case ugly and this not?"],
  ["2 * 3 * 4 = ?", "2 3 4 = ?"],
  ["京都で雨の日にできること", "京都で雨の日にできること"],
  ["👩‍👩‍👧 plans for Sunday", "👩‍👩‍👧 plans for Sunday"],
  ["Line with\tcontrol\u0007characters", "Line with control characters"],
])("%j is titled %j", (text, title) => {
  expect(titleFromText(text)).toBe(title);
});

test.each(["", "   ", "\n\n", "---", "```\n```", "**"])("%j, which says nothing, still gets a title", (text) => {
  expect(titleFromText(text)).toBe("New conversation");
});

test("a long line is cut at a word, with an ellipsis", () => {
  const title = titleFromText(
    "Please explain to me in great detail how the planner of a database chooses between two indexes",
  );
  expect(title).toBe("Please explain to me in great detail how the planner of a…");
});

test("what has no spaces is cut between characters as people see them", () => {
  const title = titleFromText("👩‍👩‍👧".repeat(100));
  expect(title).toBe(`${"👩‍👩‍👧".repeat(59)}…`);
});

test("whatever is said, the title is one line, not empty, and at most 60 characters and an ellipsis' worth", () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  assert(
    property(string({ unit: "binary", maxLength: 300 }), (text) => {
      const title = titleFromText(text);
      expect(title.trim()).not.toBe("");
      expect(title).not.toMatch(/[\n\r\t]/);
      expect([...segmenter.segment(title)].length).toBeLessThanOrEqual(60);
    }),
  );
});

test("a very long message costs no more than its beginning", () => {
  expect(titleFromText(`Short start\n${"x".repeat(400_000)}`)).toBe("Short start");
  expect(titleFromText("a ".repeat(200_000)).length).toBeLessThanOrEqual(60);
});
