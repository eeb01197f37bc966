import type { KatexOptions } from "katex";

/**
 * How formulas are typeset: nothing that could link, load or carry classes and styles of its own (`trust`), and bounds
 * on macros and sizes, because the source is untrusted. `macros` is made anew: a formula must not redefine another's.
 */
export function formulaOptions(isDisplay: boolean): KatexOptions {
  return {
    displayMode: isDisplay,
    throwOnError: true,
    trust: false,
    strict: "ignore",
    maxExpand: 500,
    maxSize: 12,
    macros: {},
  };
}
