import type { KatexOptions, TrustContext } from "katex";

/**
 * How formulas are typeset: nothing that could link, load or carry classes and styles of its own (`trust`), and bounds
 * on macros and sizes, because the source is untrusted. `macros` is made anew: a formula must not redefine another's.
 */
export function formulaOptions(isDisplay: boolean): KatexOptions {
  return {
    displayMode: isDisplay,
    throwOnError: true,
    trust: refuse,
    strict: "ignore",
    maxExpand: 500,
    maxSize: 12,
    macros: {},
  };
}

/** Called for every command that could link, load, or carry classes and styles: such a formula is shown as its source. */
function refuse({ command }: TrustContext): boolean {
  throw new Error(`${command} is not allowed in an answer's formula`);
}
