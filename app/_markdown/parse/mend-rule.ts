import type { StateCore, Token } from "markdown-it";
import { holdBackLine } from "./hold-back-line.ts";
import type { MarkdownEnv } from "./markdown-env.ts";
import { mendInline } from "./mend-inline.ts";

/** After a blank line a paragraph is finished. */
const BLANK_END = /\n[ \t]*\n[ \t]*$/;

/** markdown-it core rule before block parsing: see `holdBackLine`. Does nothing for a finished text. */
export function holdBackRule(state: StateCore): void {
  const env = state.env as MarkdownEnv;
  if (!env.isOpen) return;
  const shown = holdBackLine(state.src);
  env.isAltered = shown !== state.src;
  state.src = shown;
}

/** markdown-it core rule between block and inline parsing: see `mendInline`. Does nothing for a finished text. */
export function mendRule(state: StateCore): void {
  const env = state.env as MarkdownEnv;
  if (!env.isOpen || BLANK_END.test(state.src.slice(-200))) return;
  const token = findLastText(state.tokens);
  if (token === null) return;
  const mended = mendInline(token.content);
  env.isAltered ||= mended.text !== token.content;
  token.content = mended.text;
  if (mended.hasPendingFormula) token.meta = { hasPendingFormula: true };
}

/** Must run after inline parsing: marks the formula that `mendRule` closed as pending. */
export function pendingFormulaRule(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.meta?.["hasPendingFormula"] !== true) continue;
    const formula = token.children?.findLast((child) => child.type === "math_inline");
    if (formula !== undefined) formula.meta = { ...formula.meta, isPending: true };
  }
}

/** The last text of the last block: everything before that block is finished and must stay as it is. */
function findLastText(tokens: readonly Token[]): Token | null {
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token?.type === "inline" && token.content !== "") return token;
    if (token?.level === 0 && token.nesting >= 0) return null;
  }
  return null;
}
