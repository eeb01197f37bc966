import { expect, test } from "vitest";
import type { Model } from "#contracts/model.ts";
import { createText } from "#app/_i18n/create-text.ts";
import { en } from "#app/_i18n/en.ts";
import { modelFacts } from "./model-facts.ts";

const text = createText("en", en);
const MODEL: Model = {
  id: "ours",
  otherIds: [],
  name: "ours",
  label: "Ours",
  connectionId: "c",
  connectionLabel: "C",
  standsFor: null,
  isDemo: false,
  contextTokens: 128_000,
  outputTokensMax: null,
  canSeeImages: true,
  canReason: false,
  canCallTools: false,
  canStructure: false,
  isLocal: false,
  price: { inputPerMillion: 2.5, outputPerMillion: 10, cachedInputPerMillion: null },
};

test("a model says what it can and costs, and an alias first of all what it stands for", () => {
  expect(modelFacts(MODEL, text)).toEqual(["128K tokens", "sees images", "$2.50 in, $10 out per million"]);
  expect(modelFacts({ ...MODEL, standsFor: "GPT-4o" }, text)[0]).toBe("GPT-4o");
});

test("a price that is missing is shown as missing, and nothing is to pay on one's own machine", () => {
  expect(modelFacts({ ...MODEL, price: null }, text)).toContain("price not known");
  expect(modelFacts({ ...MODEL, price: null, isLocal: true }, text)).not.toContain("price not known");
  expect(modelFacts({ ...MODEL, price: null, isDemo: true }, text)).toHaveLength(1);
});
