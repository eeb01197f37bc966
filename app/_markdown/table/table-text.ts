import { plainText } from "#app/_markdown/plain-text.ts";
import type { Table } from "./read-table.ts";

const DELIMITERS = { start: "---", center: ":-:", end: "--:" };

/** The table as CSV (RFC 4180). Cells that a spreadsheet would run as formulas are made text. */
export function tableToCsv({ head, rows }: Table): string {
  return [head, ...rows].map((row) => `${row.map((cell) => csvCell(plainText(cell))).join(",")}\r\n`).join("");
}

/** The table as Markdown, its cells as they were written. */
export function tableToMarkdown({ head, rows, alignments }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  const source = (cell: Table["head"][number]) => (cell.children[0]?.token.content ?? "").replaceAll("|", "\\|");
  return [head.map(source), alignments.map((side) => DELIMITERS[side]), ...rows.map((row) => row.map(source))]
    .map(line)
    .join("");
}

function csvCell(text: string): string {
  const safe = /^[=@\t\r]|^[-+](?![\d.,\s]*%?$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
