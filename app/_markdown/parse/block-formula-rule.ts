import type { StateBlock } from "markdown-it";
import { MAX_FORMULA_LENGTH } from "./find-formula.ts";
import type { MarkdownEnv } from "./markdown-env.ts";

const ENVIRONMENT = /^\\begin\{((?:equation|align|alignat|gather|multline|cases|[bpvBV]?matrix)\*?)\}/;

type BlockRuleArguments = [state: StateBlock, startLine: number, endLine: number, isSilent: boolean];
type Delimiters = { open: string; close: string; isEnvironment: boolean };
type Closing = { line: number; isPending: boolean };

/**
 * markdown-it block rule: `math_block` tokens for `$$`, `\[` and `\begin{align}`-like blocks. A formula holds no blank
 * line, so that what comes after one can never change what stands before it (settling relies on that).
 */
export function blockFormulaRule(...[state, startLine, endLine, isSilent]: BlockRuleArguments): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const code = state.src.charCodeAt(start);
  if (code !== DOLLAR && code !== BACKSLASH) return false;
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const delimiters = delimitersOf(lineText(state, startLine));
  if (delimiters === null) return false;
  const closing = findClosing(state, { startLine, endLine, delimiters });
  if (closing === null) return false;
  if (isSilent) return true;
  pushToken(state, { startLine, delimiters, closing });
  return true;
}

const DOLLAR = 36;
const BACKSLASH = 92;

function delimitersOf(line: string): Delimiters | null {
  if (line.startsWith("$$")) return { open: "$$", close: "$$", isEnvironment: false };
  if (line.startsWith("\\[")) return { open: "\\[", close: "\\]", isEnvironment: false };
  const name = ENVIRONMENT.exec(line)?.[1];
  return name === undefined ? null : { open: `\\begin{${name}}`, close: `\\end{${name}}`, isEnvironment: true };
}

type Search = { startLine: number; endLine: number; delimiters: Delimiters };

function findClosing(state: StateBlock, { startLine, endLine, delimiters }: Search): Closing | null {
  let length = 0;
  for (let line = startLine; line < endLine; line++) {
    const text = lineText(state, line);
    if (text === "" || (state.sCount[line] ?? 0) < state.blkIndent) return null;
    const inside = line === startLine ? text.slice(delimiters.open.length) : text;
    length += inside.length;
    if (length > MAX_FORMULA_LENGTH) return null;
    if (inside.endsWith(delimiters.close)) return { line, isPending: false };
    // The delimiter closes in the middle of a line: prose goes on after it, which the inline rule handles.
    if (inside.includes(delimiters.close)) return null;
  }
  const { isOpen } = state.env as MarkdownEnv;
  const isAtEnd = (state.eMarks[endLine - 1] ?? 0) >= state.src.trimEnd().length;
  return isOpen && isAtEnd ? { line: endLine - 1, isPending: true } : null;
}

type Found = { startLine: number; delimiters: Delimiters; closing: Closing };

function pushToken(state: StateBlock, { startLine, delimiters, closing }: Found): void {
  const endLine = closing.line + 1;
  const source = state.getLines(startLine, endLine, state.blkIndent, false).trim();
  const token = state.push("math_block", "math", 0);
  const end = closing.isPending ? source.length : source.length - delimiters.close.length;
  token.content = delimiters.isEnvironment ? source : source.slice(delimiters.open.length, end).trim();
  token.markup = delimiters.open;
  token.map = [startLine, endLine];
  token.meta = { isPending: closing.isPending };
  state.line = endLine;
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trim();
}
