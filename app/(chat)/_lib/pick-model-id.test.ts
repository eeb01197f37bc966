import { expect, test } from "vitest";
import type { Model } from "#contracts/model.ts";
import { findModels } from "./find-models.ts";
import { pickModelId } from "./pick-model-id.ts";

function model(id: string, label: string): Model {
  const can = {
    canSeeImages: false,
    canReason: false,
    canCallTools: false,
    canStructure: false,
    isLocal: false,
    isDemo: false,
  };
  const sizes = { contextTokens: null, outputTokensMax: null, price: null };
  const names = {
    name: id.slice(2),
    label,
    connectionLabel: "Work",
    standsFor: null,
    otherIds: [`old/${id.slice(2)}`],
  };
  return { id, connectionId: "c", ...names, ...can, ...sizes };
}
const MODELS = [model("c/alpha", "Alpha Large"), model("c/beta", "Beta Mini")];

test("the first wish that can be fulfilled counts, else the first model there is", () => {
  expect(pickModelId(MODELS, [null, "c/gone", "c/beta", "c/alpha"])).toBe("c/beta");
  expect(pickModelId(MODELS, [])).toBe("c/alpha");
  expect(pickModelId([], ["c/beta"])).toBeNull();
});

test("a model is known by an id that an older conversation has", () => {
  expect(pickModelId(MODELS, ["old/beta"])).toBe("c/beta");
});

test("a search finds models by words of name and connection, in any order", () => {
  expect(findModels(MODELS, "mini BETA").map(({ id }) => id)).toEqual(["c/beta"]);
  expect(findModels(MODELS, "work")).toHaveLength(2);
  expect(findModels(MODELS, "gamma")).toEqual([]);
});
