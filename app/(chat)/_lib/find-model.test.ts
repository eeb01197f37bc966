import { expect, test } from "vitest";
import type { Model } from "#contracts/model.ts";
import { findModel } from "./find-model.ts";

const can = { canSeeImages: false, canReason: false, canCallTools: false, canStructure: false };
const rest = { ...can, isDemo: false, isLocal: false, contextTokens: null, outputTokensMax: null, price: null };
const names = { connectionId: "c", connectionLabel: "C", standsFor: null };
const MODELS: Model[] = [
  { id: "ours", name: "ours", label: "Ours", otherIds: ["c/ours", "d/our-own"], ...names, ...rest },
  { id: "c/other", name: "other", label: "Other", otherIds: [], ...names, ...rest },
];

test("a model is found by its id, and by those that older conversations have", () => {
  expect(findModel(MODELS, "ours")?.label).toBe("Ours");
  expect(findModel(MODELS, "d/our-own")?.label).toBe("Ours");
  expect(findModel(MODELS, "c/other")?.label).toBe("Other");
});

test.each([null, undefined, "", "gone"])("%s is no model", (id) => {
  expect(findModel(MODELS, id)).toBeUndefined();
});
