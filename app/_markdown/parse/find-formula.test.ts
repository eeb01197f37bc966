import { expect, test } from "vitest";
import { findFormula, looksLikeOpenFormula } from "./find-formula.ts";

const firstFormula = (text: string) => {
  for (let index = 0; index < text.length; index++) {
    const formula = findFormula(text, index);
    if (formula !== null) return formula.content;
    if (text[index] === "\\") index++;
  }
  return null;
};

test.each([
  ["$a^2$", "a^2"],
  ["so $x$, then", "x"],
  ["the $n$th", "n"],
  ["\\(a + b\\)", "a + b"],
  ["\\[a \\\\ b\\]", "a \\\\ b"],
  ["$$\\frac{1}{2}$$", "\\frac{1}{2}"],
  ["$2 \\sin x$", "2 \\sin x"],
  ["$\\$5$", "\\$5"],
  ["$-1$ and", "-1"],
])("%s holds a formula", (text, formula) => {
  expect(firstFormula(text)).toBe(formula);
});

test.each([
  "$5 and $6",
  "between $5 and 6$ each",
  "$5-$6",
  "$1,000 million or 20$",
  "US$5 and A$6",
  "$HOME/$USER",
  "echo $HOME is $PATH",
  "$ a $",
  "a \\$5 and \\$6",
  "costs $5 `a$`",
  "\\[label\\](address)",
  "\\(\\)",
  "\\(a \\\\) b",
])("%s holds none", (text) => {
  expect(firstFormula(text)).toBeNull();
});

test("a price does not look like the beginning of a formula, a variable does", () => {
  expect(looksLikeOpenFormula("$5 and", 0)).toBe(false);
  expect(looksLikeOpenFormula("$x", 0)).toBe(true);
  expect(looksLikeOpenFormula("$\\frac{1", 0)).toBe(true);
  expect(looksLikeOpenFormula("\\(a", 0)).toBe(true);
});
