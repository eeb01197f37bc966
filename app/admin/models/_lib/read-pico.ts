/** $1 a million tokens, in pico-dollars (10^-12 dollars) a token. */
const PICO_OF_A_DOLLAR = 1_000_000;
const DECIMAL = /^(\d{1,9})(?:[.,](\d{1,6}))?$/;

/**
 * A price as people type it, in dollars a million tokens, as whole pico-dollars a token. Null where nothing was typed, NaN
 * where it is no price or finer than a pico-dollar.
 */
export function readPico(typed: string): number | null {
  const text = typed.trim().replace(/^\$\s*/, "");
  if (text === "") return null;
  const [, dollars, fraction = ""] = DECIMAL.exec(text) ?? [];
  if (dollars === undefined) return Number.NaN;
  return Number(dollars) * PICO_OF_A_DOLLAR + Number(fraction.padEnd(6, "0"));
}
