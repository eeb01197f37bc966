import { AppError } from "#server/errors.ts";

const SYMBOL = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|([a-z]+[0-9]*)|(\*\*|[-+*/^!%(),]))\s*/iy;
/** What people and models also write for the same signs. */
const OTHER_SIGNS: Record<string, string> = { "×": "*", "·": "*", "÷": "/", "−": "-", "–": "-", π: "pi", "√": "sqrt" };

/** The numbers, names and signs of an expression, in lower case. Pure. Throws AppError at what is none of them. */
export function readSymbols(expression: string): string[] {
  const text = expression.replace(/[×·÷−–π√]/g, (sign) => OTHER_SIGNS[sign] ?? sign);
  const symbols: string[] = [];
  const pattern = new RegExp(SYMBOL);
  while (pattern.lastIndex < text.length) {
    const from = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null)
      throw new AppError("invalid-input", { userMessage: `What is "${text.slice(from).trim().slice(0, 20)}"?` });
    symbols.push(match[0].trim().toLowerCase());
  }
  return symbols;
}
