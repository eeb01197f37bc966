import { describe, expect, it } from "vitest";
import { LANGUAGES } from "#contracts/settings.ts";
import { loadCatalogue } from "./load-catalogue.ts";

const english = Object.entries(loadCatalogue("en"));
const others = LANGUAGES.filter((language) => language !== "en");

function placeholders(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).toSorted((a, b) => a.localeCompare(b));
}

describe.each(others)("the catalogue of %s", (language) => {
  const catalogue: Record<string, string> = loadCatalogue(language);

  it("has every text of the English one, and no other", () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(english.map(([key]) => key).toSorted());
  });

  it("has the same {placeholders} in every text", () => {
    const asked = Object.fromEntries(english.map(([key, text]) => [key, placeholders(text)]));
    const given = Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, placeholders(text)]));
    expect(given).toEqual(asked);
  });

  it("leaves no text empty", () => {
    expect(Object.entries(catalogue).filter(([, text]) => !text.trim())).toEqual([]);
  });
});

it("has a form for one and for other of every text that depends on a number", () => {
  const keys = new Set(english.map(([key]) => key));
  const alone = [...keys].filter((key) => key.endsWith(".one") && !keys.has(key.replace(/\.one$/, ".other")));
  expect(alone).toEqual([]);
});
