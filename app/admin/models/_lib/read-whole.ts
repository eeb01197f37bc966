const GROUPED = /^\d{1,3}([.,'\s_]\d{3})+$/;
const SUFFIXES: Record<string, number> = { k: 1_000, m: 1_000_000 };

/**
 * A whole number as people type it: 200000, 200 000, 200.000, 200k, 1M. Null where nothing was typed, NaN where it is no
 * whole number.
 */
export function readWhole(typed: string): number | null {
  const text = typed.trim();
  if (text === "") return null;
  if (GROUPED.test(text)) return Number(text.replace(/\D/g, ""));
  const [, digits, suffix = ""] = /^(\d+(?:[.,]\d+)?)\s*([km]?)$/i.exec(text) ?? [];
  const value = Number((digits ?? "x").replace(",", ".")) * (SUFFIXES[suffix.toLowerCase()] ?? 1);
  return Number.isSafeInteger(value) ? value : Number.NaN;
}
