import { expect, it } from "vitest";
import { createText } from "#app/_i18n/create-text.ts";
import { loadCatalogue } from "#app/_i18n/load-catalogue.ts";
import { readValue } from "./read-value.ts";

const text = createText("en", loadCatalogue("en"));

it.each([
  [null, "–"],
  ["null", "–"],
  ["[]", "–"],
  ["true", "yes"],
  ["false", "no"],
  ["200000", "200000"],
  ['"GPT-5"', "GPT-5"],
  ['["a","b"]', "a, b"],
  ['{"url":"x"}', '{"url":"x"}'],
  ['"a \\" b"', '"a \\" b"'],
])("shows %s as %s", (json, words) => {
  expect(readValue(json, text)).toBe(words);
});
