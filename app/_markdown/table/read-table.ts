import type { MarkdownNode } from "#app/_markdown/parse/block.ts";
import { plainText } from "#app/_markdown/plain-text.ts";

type Alignment = "start" | "center" | "end";

/** A table's cells, and how each column is set: as its author said, else numbers at the end. */
export type Table = {
  head: readonly MarkdownNode[];
  rows: readonly (readonly MarkdownNode[])[];
  alignments: Alignment[];
};

const NUMBER =
  /^[-+−±~≈<>≤≥]?\s?(?:[$€£¥₹]|[A-Z]{3}\s)?\s?\d[\d.,'’\u00a0\u202f ]*(?:[eE][-+]?\d+)?\s?(?:[%‰°]|[a-zA-Zµ/²³]{1,5}|[€£¥₹])?$/;
const NO_VALUE = /^(?:|[-–—]|n\/a|\?)$/i;

/** The first rows decide, so that a column does not change sides while a long table is still written. */
const DECIDING_ROWS = 12;

/** Reads a table token. */
export function readTable(node: MarkdownNode): Table {
  const sections = node.children.flatMap((section) => section.children.map((row) => row.children));
  const [head = [], ...rows] = sections;
  const alignments = head.map((cell, column) => alignmentOf(cell, column, rows));
  return { head, rows, alignments };
}

function alignmentOf(cell: MarkdownNode, column: number, rows: Table["rows"]): Alignment {
  const said = /text-align:(\w+)/.exec(String(cell.token.attrGet("style") ?? ""))?.[1];
  if (said === "center") return "center";
  if (said === "right") return "end";
  if (said === "left") return "start";
  const texts = rows
    .slice(0, DECIDING_ROWS)
    .map((row) => (row[column] === undefined ? "" : plainText(row[column]).trim()));
  const values = texts.filter((text) => !NO_VALUE.test(text));
  return values.length > 0 && values.every((text) => NUMBER.test(text)) ? "end" : "start";
}
