/** Longest TeX source taken for a formula; longer text between delimiters is prose or an attack. */
export const MAX_FORMULA_LENGTH = 5_000;

/** Dollars around more than this are two prices, not one inline formula. */
const MAX_DOLLAR_FORMULA_LENGTH = 600;

const MONEY = /^\d[\d.,]*\s?(?:[kKmMbB]\b|[a-zA-Z]{2,}|[-–—]\s)/;
const ORDINAL_ENDING = /^(?:th|st|nd|rd|s)\b/;

export type FormulaSpan = { content: string; end: number; isDisplay: boolean; markup: string };

/**
 * Reads a formula that starts at `start`: `\(..\)`, `\[..\]`, `$$..$$` or `$..$`. Null where none starts or where it is
 * not closed in `text`. A dollar that could be money ("$5 and $6") opens nothing.
 */
export function findFormula(text: string, start: number): FormulaSpan | null {
  if (text.startsWith("\\(", start)) return delimited(text, start, { open: "\\(", close: "\\)", isDisplay: false });
  if (text.startsWith("\\[", start)) return delimited(text, start, { open: "\\[", close: "\\]", isDisplay: true });
  if (text.startsWith("$$", start)) return delimited(text, start, { open: "$$", close: "$$", isDisplay: true });
  return text[start] === "$" ? betweenDollars(text, start) : null;
}

/** Whether an unclosed opener at `start` looks so much like a formula that it should not be shown as prose meanwhile. */
export function looksLikeOpenFormula(text: string, start: number): boolean {
  if (text.startsWith("\\(", start) || text.startsWith("\\[", start) || text.startsWith("$$", start)) return true;
  const rest = text.slice(start + 1);
  return (
    canOpenDollar(text, start) && /^(?:\\[a-zA-Z]|[a-zA-Z]?\s?[\^_=(]|[a-zA-Z]\s?$)/.test(rest) && !rest.includes("`")
  );
}

type Delimiters = { open: string; close: string; isDisplay: boolean };

function delimited(text: string, start: number, { open, close, isDisplay }: Delimiters): FormulaSpan | null {
  const from = start + open.length;
  const window = text.slice(from, from + MAX_FORMULA_LENGTH);
  const length = closingIndex(window, close);
  if (length < 0) return null;
  const content = window.slice(0, length);
  if (content.trim() === "") return null;
  // An escaped bracket of a link label, `\[label\](address)`, is not a formula.
  if (close === "\\]" && text[from + length + 2] === "(") return null;
  return { content, end: from + length + close.length, isDisplay, markup: open };
}

/** An escaped delimiter closes nothing: `\\)` is a line break and a bracket. */
function closingIndex(text: string, close: string): number {
  let index = text.indexOf(close);
  while (index >= 0 && isEscaped(text, index)) index = text.indexOf(close, index + 1);
  return index;
}

function isEscaped(text: string, index: number): boolean {
  let start = index;
  while (text[start - 1] === "\\") start--;
  return (index - start) % 2 === 1;
}

function betweenDollars(text: string, start: number): FormulaSpan | null {
  if (!canOpenDollar(text, start)) return null;
  const limit = Math.min(text.length, start + MAX_DOLLAR_FORMULA_LENGTH);
  for (let index = start + 1; index < limit; index++) {
    const character = text[index];
    if (character === "`") return null;
    if (character === "\\") index++;
    else if (character === "$") {
      const content = text.slice(start + 1, index);
      if (!canCloseDollar(text, index) || MONEY.test(content)) return null;
      return { content, end: index + 1, isDisplay: false, markup: "$" };
    }
  }
  return null;
}

function canOpenDollar(text: string, start: number): boolean {
  const next = text[start + 1];
  if (next === undefined || next === "$" || /\s/.test(next)) return false;
  return start === 0 || !/[\p{L}\p{N}$\\]/u.test(text[start - 1] ?? "");
}

function canCloseDollar(text: string, index: number): boolean {
  if (/\s/.test(text[index - 1] ?? " ")) return false;
  const after = text.slice(index + 1, index + 5);
  return !/^[\p{L}\p{N}$]/u.test(after) || ORDINAL_ENDING.test(after);
}
