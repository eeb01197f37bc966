import type { Language } from "#contracts/settings.ts";

/** The cookie that remembers the language for the first paint. */
export const LANGUAGE_COOKIE = "language";

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

/** The direction in which a language is written. */
export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";
}

/**
 * The language to show: the one chosen, else the first of the browser's wishes (an Accept-Language
 * header) that there is a catalogue for, else English.
 */
export function pickLanguage(chosen: string | undefined, wishes: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  const wished = (wishes ?? "").split(",").map((wish) => wish.trim().slice(0, 2).toLowerCase());
  return wished.find(isLanguage) ?? "en";
}

function isLanguage(value: string | undefined): value is Language {
  return value === "en" || value === "de";
}
