/** Quote marks and list markers that a line may begin with. */
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*[ \t]*/;

/** Beginnings that may still become a list, rule, heading, fence, task box, formula or underline of a heading. */
const UNDECIDED = /^(?:\d{1,9}|[-=*_]{1,9}|\+|#{1,6}|`+|~+|\[[ xX]?\]?|\$\$?|\\[[(]?|!\[?)?[ \t]*$/;

const DELIMITER_ROW = /^[|:\- \t]*$/;
const LONGEST_UNDECIDED = 200;

/**
 * Cuts what would flash as something else: the unfinished last line while it is only a marker ("-" under text would
 * make a heading of it), and a table's head until the row under it has arrived. For a text that is still growing.
 */
export function holdBackLine(text: string): string {
  const lastStart = text.lastIndexOf("\n") + 1;
  const last = text.slice(lastStart, lastStart + LONGEST_UNDECIDED + 1);
  const tableStart = findOpenTable(text, lastStart, last);
  if (tableStart !== null) return text.slice(0, tableStart);
  if (last.length > LONGEST_UNDECIDED || last === "") return text;
  return UNDECIDED.test(last.replace(CONTAINERS, "")) ? text.slice(0, lastStart) : text;
}

/** Where a table begins of which only the head, or the head and a part of its second row, is there. */
function findOpenTable(text: string, lastStart: number, last: string): number | null {
  const headStart = text.lastIndexOf("\n", lastStart - 2) + 1;
  const head = lastStart === 0 ? "" : text.slice(headStart, lastStart - 1);
  if (!isRow(head)) return isRow(last) ? lastStart : null;
  if (headStart > 0 && isRow(lineBefore(text, headStart))) return null;
  return DELIMITER_ROW.test(last) ? headStart : null;
}

function lineBefore(text: string, start: number): string {
  return text.slice(text.lastIndexOf("\n", start - 2) + 1, start - 1);
}

function isRow(line: string): boolean {
  return line.replace(CONTAINERS, "").startsWith("|");
}
