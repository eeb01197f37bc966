import { expect, test } from "vitest";
import { parseTail } from "#app/_markdown/parse/parse-tail.ts";
import { readTable } from "./read-table.ts";
import { tableToCsv, tableToMarkdown } from "./table-text.ts";

function read(source: string) {
  const [block] = parseTail({ text: source, offset: 0, references: new Map(), isOpen: false }).blocks;
  if (block === undefined) throw new Error("no table");
  return readTable(block.node);
}

test("CSV holds the words without markup, quoted where they need it", () => {
  expect(tableToCsv(read('| a | b |\n|---|---|\n| **x, y** | [z](https://z.example) |\n| say "hi" | 1 |'))).toBe(
    'a,b\r\n"x, y",z\r\n"say ""hi""",1\r\n',
  );
});

test("a cell that a spreadsheet would run is made text; negative numbers stay numbers", () => {
  expect(tableToCsv(read("| a | b |\n|---|---|\n| =1+1 | -5 |\n| @x | -x |"))).toBe("a,b\r\n'=1+1,-5\r\n'@x,'-x\r\n");
});

test("Markdown keeps the cells as they were written, and the alignment", () => {
  expect(tableToMarkdown(read("| a | b |\n|---|:-:|\n| **x** \\| y | 1 |"))).toBe(
    "| a | b |\n| --- | :-: |\n| **x** \\| y | 1 |\n",
  );
});

test("columns of numbers, money and units stand at the end; versions of words do not", () => {
  const sides = (...cells: string[]) =>
    read(`| h |\n|---|\n${cells.map((cell) => `| ${cell} |`).join("\n")}`).alignments[0];
  expect(sides("1", "2,000.5", "–")).toBe("end");
  expect(sides("$5", "€1.50", "12 %", "3 ms")).toBe("end");
  expect(sides("1", "two")).toBe("start");
  expect(sides("–", "n/a")).toBe("start");
});
