import { expect, it } from "vitest";
import { createText } from "#app/_i18n/create-text.ts";
import { loadCatalogue } from "#app/_i18n/load-catalogue.ts";
import { formatKeys } from "./format-keys.ts";

const english = createText("en", loadCatalogue("en"));
const german = createText("de", loadCatalogue("de"));

it("names the keys as they stand on the keyboard", () => {
  expect(formatKeys("Mod Shift O", false, english)).toBe("Ctrl Shift O");
  expect(formatKeys("Mod Shift O", true, english)).toBe("⌘ Shift O");
  expect(formatKeys("Mod Shift O", false, german)).toBe("Strg Umschalt O");
  expect(formatKeys("Escape", false, english)).toBe("Esc");
});
