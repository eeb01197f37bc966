import { expect, it } from "vitest";
import { createText } from "./create-text.ts";
import { everydayTexts } from "./everyday-texts.ts";
import { loadCatalogue } from "./load-catalogue.ts";

const english = createText("en", loadCatalogue("en"));
const german = createText("de", loadCatalogue("de"));

it("gives the text of a key in its language", () => {
  expect([english("sidebar.newChat"), german("sidebar.newChat")]).toEqual(["New chat", "Neuer Chat"]);
});

it("puts values in the place of their names", () => {
  expect(english("entry.continueWith", { provider: "GitHub" })).toBe("Continue with GitHub");
});

it("puts a value in as it is, also where it looks like a placeholder or a pattern", () => {
  expect(english("entry.continueWith", { provider: "{provider} $& $1" })).toBe("Continue with {provider} $& $1");
});

it("leaves a name without a value as it is, so that the gap is seen", () => {
  expect(english("entry.continueWith", {})).toBe("Continue with {provider}");
});

it("lets a key without a text stand for itself", () => {
  const everyday = createText("en", everydayTexts(loadCatalogue("en")));
  expect([everyday("settings.title"), everyday("admin.health.title")]).toEqual(["Settings", "admin.health.title"]);
});

it("chooses the form for a number, and writes the number as the language does", () => {
  expect(english.plural("connections.models", 1)).toBe("1 model");
  expect(english.plural("connections.models", 0)).toBe("0 models");
  expect(german.plural("connections.models", 1234)).toBe("1.234 Modelle");
});
