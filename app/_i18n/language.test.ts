import { expect, it } from "vitest";
import { directionOf, pickLanguage } from "./language.ts";

it.each([
  ["de", "en", "de"],
  [undefined, "de-AT,de;q=0.9,en;q=0.8", "de"],
  [undefined, "fr-FR,de;q=0.5", "de"],
  [undefined, "fr", "en"],
  [undefined, null, "en"],
  ["tlh", "de", "de"],
  ["__proto__", null, "en"],
] as const)("with %s chosen and %s wished for, it speaks %s", (chosen, wishes, language) => {
  expect(pickLanguage(chosen, wishes)).toBe(language);
});

it("knows which way a language is written", () => {
  expect([directionOf("de"), directionOf("ar"), directionOf("he-IL")]).toEqual(["ltr", "rtl", "rtl"]);
});
