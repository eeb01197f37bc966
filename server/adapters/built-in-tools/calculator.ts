import { z } from "zod";
import type { Tool } from "#server/ports/tool-source.ts";
import { calculate } from "./calculate.ts";
import { defineTool } from "./define-tool.ts";

/** Works out arithmetic exactly, which models do not. */
export const CALCULATOR: Tool = defineTool({
  name: "calculator",
  description:
    "Works out one arithmetic expression, exactly in whole numbers, decimals and fractions. Use it whenever a result must be right. Knows + - * / ^ mod, percent (19%), factorial (5!), parentheses, pi, e, and abs, floor, ceil, trunc, round(x, places), min, max, sqrt, cbrt, exp, ln, log2, log10, sin, cos, tan, asin, acos, atan (radians). Numbers have a point and no comma: 1234.5.",
  input: z.object({ expression: z.string().describe("For example: 1234.5 * (1 + 19%)") }),
  answer: ({ expression }) => calculate(expression),
});
