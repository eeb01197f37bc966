import type { Language } from "#contracts/settings.ts";
import type { Catalogue } from "./catalogue.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

const CATALOGUES: Record<Language, Catalogue> = { en, de };

/** The texts of a language; for the server alone, which holds all of them. */
export function loadCatalogue(language: Language): Catalogue {
  return CATALOGUES[language];
}
