import { findFormula, looksLikeOpenFormula } from "./find-formula.ts";

/** Longer text is shown as it is: mending is a nicety of the last lines. */
const MAX_MENDED_LENGTH = 20_000;
const MAX_OPEN_DELIMITERS = 20;

type Delimiter = { marker: string; index: number };
type Scan = { text: string; index: number; open: Delimiter[]; brackets: number[] };

export type MendedText = { text: string; hasPendingFormula: boolean };

/**
 * Closes what the end of a growing paragraph leaves open, so that nothing flashes: unclosed emphasis and code look as
 * they will, half a link shows its text, half a formula is marked as pending.
 */
export function mendInline(text: string): MendedText {
  if (text.length > MAX_MENDED_LENGTH) return { text, hasPendingFormula: false };
  const scan: Scan = { text, index: 0, open: [], brackets: [] };
  while (scan.index < scan.text.length) {
    const mended = step(scan);
    if (mended !== null) return mended;
  }
  return { text: closeDelimiters(withoutOpenBracket(scan), scan.open), hasPendingFormula: false };
}

/** Moves past what stands at `scan.index`; a result ends the scan: what stands there stays open to the end. */
function step(scan: Scan): MendedText | null {
  const character = scan.text[scan.index] ?? "";
  if (character === "\\" || character === "$") return stepFormula(scan, character);
  if (character === "`") return stepCode(scan);
  if (character === "[") scan.brackets.push(scan.index++);
  else if (character === "]") return stepLinkEnd(scan);
  else if (character === "*" || character === "_" || character === "~") stepDelimiter(scan, character);
  else scan.index++;
  return null;
}

function stepFormula(scan: Scan, character: string): MendedText | null {
  const { text, index } = scan;
  const formula = findFormula(text, index);
  if (formula !== null) scan.index = formula.end;
  else if (looksLikeOpenFormula(text, index)) return pendingFormula(scan);
  else if (character === "\\" && index + 1 === text.length) scan.text = text.slice(0, index);
  else scan.index += character === "\\" ? 2 : 1;
  return null;
}

/** Rewritten to `\(..\)`: it can hold anything that was begun with another delimiter. */
function pendingFormula(scan: Scan): MendedText {
  const before = scan.text.slice(0, scan.index);
  const source = scan.text
    .slice(scan.index)
    .replace(/^(?:\\[([]|\${1,2})/, "")
    .replace(/\\+$|\$$/, "");
  if (source.trim() === "") return { text: closeDelimiters(before, scan.open), hasPendingFormula: false };
  return { text: closeDelimiters(`${before}\\(${source}\\)`, scan.open), hasPendingFormula: true };
}

function stepCode(scan: Scan): MendedText | null {
  const run = /^`+/.exec(scan.text.slice(scan.index))?.[0] ?? "`";
  const closing = findRun(scan.text, run, scan.index + run.length);
  if (closing !== null) {
    scan.index = closing + run.length;
    return null;
  }
  const before = scan.text.slice(0, scan.index);
  const code = scan.text.slice(scan.index + run.length).replace(/`+$/, "");
  const text = code.trim() === "" ? before : `${before}${run}${code}${run}`;
  return { text: closeDelimiters(text, scan.open), hasPendingFormula: false };
}

function findRun(text: string, run: string, from: number): number | null {
  for (let index = text.indexOf(run, from); index >= 0; index = text.indexOf(run, index)) {
    let end = index;
    while (text[end] === "`") end++;
    if (end - index === run.length) return index;
    index = end;
  }
  return null;
}

function stepLinkEnd(scan: Scan): MendedText | null {
  const start = scan.brackets.pop();
  const end = scan.index++;
  if (start === undefined) return null;
  const isLast = end + 1 === scan.text.length;
  const next = scan.text[end + 1];
  if (!isLast && next !== "(") return null;
  const close = isLast ? -1 : scan.text.indexOf(")", end + 2);
  if (close >= 0) {
    scan.index = close + 1;
    return null;
  }
  // Half a link or image: its text alone.
  const isImage = scan.text[start - 1] === "!";
  const text = scan.text.slice(0, isImage ? start - 1 : start) + scan.text.slice(start + 1, end);
  return { text: closeDelimiters(text, scan.open), hasPendingFormula: false };
}

function stepDelimiter(scan: Scan, marker: string): void {
  const { text, index } = scan;
  let end = index;
  while (text[end] === marker) end++;
  const run = text.slice(index, end);
  const before = text[index - 1] ?? " ";
  const after = text[end];
  scan.index = end;
  const top = scan.open.at(-1);
  if (!/\s/.test(before) && top?.marker[0] === marker) {
    if (after === undefined && run.length < top.marker.length) scan.text = text.slice(0, index);
    scan.open.pop();
    if (after === undefined && run.length < top.marker.length) scan.open.push(top);
  } else if (after === undefined) scan.text = text.slice(0, index);
  else if (canOpen(run, before, after) && scan.open.length < MAX_OPEN_DELIMITERS)
    scan.open.push({ marker: run, index });
}

function canOpen(run: string, before: string, after: string): boolean {
  if (/\s/.test(after) || run.length > 3) return false;
  if (run.startsWith("~")) return run.length === 2;
  return !(run.startsWith("_") && /[\p{L}\p{N}]/u.test(before));
}

/** An unclosed `[` near the end is the beginning of a link: only its text is shown. */
function withoutOpenBracket({ text, brackets }: Scan): string {
  const start = brackets.at(-1);
  if (start === undefined || text.length - start > 120 || text.includes("\n", start)) return text;
  return text.slice(0, text[start - 1] === "!" ? start - 1 : start) + text.slice(start + 1);
}

function closeDelimiters(text: string, open: readonly Delimiter[]): string {
  const trimmed = open.length > 0 ? text.trimEnd() : text;
  return (
    trimmed +
    open
      .toReversed()
      .map(({ marker }) => marker)
      .join("")
  );
}
