import { expect, test } from "vitest";
import type { Model } from "#contracts/model.ts";
import { createText } from "#app/_i18n/create-text.ts";
import { de } from "#app/_i18n/de.ts";
import { nameAliases } from "./name-aliases.ts";

const can = { canSeeImages: false, canReason: false, canCallTools: false, canStructure: false };
const rest = { ...can, isDemo: false, isLocal: false, contextTokens: null, outputTokensMax: null, price: null };
const names = { connectionId: "c", connectionLabel: "C", otherIds: [] };
const model = (id: string, label: string, standsFor: string | null): Model => ({
  id,
  name: id,
  label,
  standsFor,
  ...names,
  ...rest,
});

test("an alias that the program brought is called in the person's language, and any other as it was named", () => {
  const models = [
    model("fast", "Fast", "GPT-6 Luna"),
    model("best", "Our best", "GPT-6 Luna"),
    model("fast", "Fast", null),
    model("house", "House", "GPT-6 Luna"),
  ];
  const labels = nameAliases(models, createText("de", de)).map(({ label }) => label);
  expect(labels).toEqual(["Schnell", "Our best", "Fast", "House"]);
});
