import { expect, test } from "vitest";
import type { Model } from "#contracts/model.ts";
import { findModels } from "./find-models.ts";
import { pickModelId } from "./pick-model-id.ts";

function model(id: string, label: string): Model {
  const can = { canSeeImages: false, canReason: false, canCallTools: false, isLocal: false, isDemo: false };
  const sizes = { contextTokens: null, outputTokensMax: null, price: null };
  return { id, name: id.slice(2), label, connectionId: "c", connectionLabel: "Work", ...can, ...sizes };
}
const MODELS = [model("c/alpha", "Alpha Large"), model("c/beta", "Beta Mini")];

test("the first wish that can be fulfilled counts, else the first model there is", () => {
  expect(pickModelId(MODELS, [null, "c/gone", "c/beta", "c/alpha"])).toBe("c/beta");
  expect(pickModelId(MODELS, [])).toBe("c/alpha");
  expect(pickModelId([], ["c/beta"])).toBeNull();
});

test("a search finds models by words of name and connection, in any order", () => {
  expect(findModels(MODELS, "mini BETA").map(({ id }) => id)).toEqual(["c/beta"]);
  expect(findModels(MODELS, "work")).toHaveLength(2);
  expect(findModels(MODELS, "gamma")).toEqual([]);
});
