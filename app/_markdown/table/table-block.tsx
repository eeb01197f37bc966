import { memo, type ReactNode } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { CopyButton } from "#app/_markdown/copy-button.tsx";
import type { MarkdownNode } from "#app/_markdown/parse/block.ts";
import { SCROLLABLE } from "#app/_markdown/scrollable.ts";
import { readTable, type Table } from "./read-table.ts";
import { tableToCsv, tableToMarkdown } from "./table-text.ts";

type TableBlockProps = { node: MarkdownNode; renderCell: (content: readonly MarkdownNode[]) => ReactNode };

/** A table in a box of its own that scrolls sideways, with its copies as CSV and Markdown. */
export function TableBlock({ node, renderCell }: TableBlockProps) {
  const text = useText();
  const table = readTable(node);
  return (
    <div className="markdown-table">
      <div className="markdown-table-box" {...SCROLLABLE} aria-label={text("markdown.table")}>
        <table>
          <thead>
            <tr>
              {table.head.map((cell, column) => (
                <th key={column} scope="col" dir="auto" data-align={table.alignments[column]}>
                  {renderCell(cell.children)}
                </th>
              ))}
            </tr>
          </thead>
          <TableRows table={table} renderCell={renderCell} />
        </table>
      </div>
      <div className="markdown-tools">
        <CopyButton label={text("markdown.copyTableCsv")} caption="CSV" read={() => tableToCsv(table)} />
        <CopyButton label={text("markdown.copyTableMarkdown")} caption="Markdown" read={() => tableToMarkdown(table)} />
      </div>
    </div>
  );
}

type TableRowsProps = { table: Table } & Pick<TableBlockProps, "renderCell">;

function TableRows({ table, renderCell }: TableRowsProps) {
  return (
    <tbody>
      {table.rows.map((row, index) => (
        <TableRow key={index} row={row} alignments={table.alignments} renderCell={renderCell} />
      ))}
    </tbody>
  );
}

type TableRowProps = { row: Table["head"]; alignments: Table["alignments"] } & Pick<TableBlockProps, "renderCell">;

const TableRow = memo(function TableRow({ row, alignments, renderCell }: TableRowProps) {
  return (
    <tr>
      {row.map((cell, column) => (
        <td key={column} dir="auto" data-align={alignments[column]}>
          {renderCell(cell.children)}
        </td>
      ))}
    </tr>
  );
}, isSameRow);

/** While a table grows, its earlier rows are written the same; one with a bracket may hang on a link reference. */
function isSameRow(a: TableRowProps, b: TableRowProps): boolean {
  if (a.row.length !== b.row.length) return false;
  return a.row.every((cell, column) => {
    const source = sourceOf(cell);
    return source === sourceOf(b.row[column]) && !source.includes("[") && a.alignments[column] === b.alignments[column];
  });
}

function sourceOf(cell: MarkdownNode | undefined): string {
  return cell?.children[0]?.token.content ?? "";
}
