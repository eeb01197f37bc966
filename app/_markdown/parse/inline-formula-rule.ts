import type { StateInline } from "markdown-it";
import { findFormula } from "./find-formula.ts";

/** markdown-it inline rule: `math_inline` tokens for formulas inside text; `meta.isDisplay` for `$$` and `\[`. */
export function inlineFormulaRule(state: StateInline, isSilent: boolean): boolean {
  const code = state.src.charCodeAt(state.pos);
  if (code !== DOLLAR && code !== BACKSLASH) return false;
  const formula = findFormula(state.src, state.pos);
  if (formula === null || formula.end > state.posMax) return false;
  if (!isSilent) {
    const token = state.push("math_inline", "math", 0);
    token.content = formula.content;
    token.markup = formula.markup;
    token.meta = { isDisplay: formula.isDisplay };
  }
  state.pos = formula.end;
  return true;
}

const DOLLAR = 36;
const BACKSLASH = 92;
