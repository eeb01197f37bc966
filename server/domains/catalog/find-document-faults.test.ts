import { assert, property, subarray, tuple } from "fast-check";
import { expect, test } from "vitest";
import type { CatalogueDocument } from "#contracts/catalogue-document.ts";
import { findDocumentFaults } from "./find-document-faults.ts";
import { testing } from "./testing-catalogue.ts";

const CONNECTION = testing.connection(1);
const faultsOf = (given: Partial<CatalogueDocument>) =>
  findDocumentFaults(testing.document(given), {
    seedModelIds: ["known"],
    seedAliases: [{ id: "fast", label: "Fast", modelIds: ["known"] }],
    connectionIds: new Set([CONNECTION.id]),
  });
const alias = (id: string, ...modelIds: string[]) => ({ id, label: id, modelIds });

test("a document that fits together has no faults", () => {
  const deployments = [testing.deployment({ connectionId: CONNECTION.id, modelName: "a" })];
  const models = [testing.model({ fallbackModelIds: ["known"] })];
  expect(faultsOf({ models, deployments, aliases: [alias("house", "ours", "fast")] })).toEqual([]);
  expect(faultsOf({})).toEqual([]);
});

const at = (modelName: string, id?: string) =>
  testing.deployment({ connectionId: CONNECTION.id, modelName, modelId: "known", ...(id === undefined ? {} : { id }) });

test.each<[string, Partial<CatalogueDocument>, string]>([
  ["a model twice", { models: [testing.model(), testing.model()] }, 'The model "ours" is there twice.'],
  ["an alias twice", { aliases: [alias("a"), alias("a")] }, 'The alias "a" is there twice.'],
  ["a deployment twice", { deployments: [at("a"), at("b", at("a").id)] }, "is there twice."],
  ["a place twice", { deployments: [at("a"), at("a", at("b").id)] }, "two deployments of a at"],
  ["one name for two things", { aliases: [alias("known")] }, '"known" is a model and an alias at once.'],
  ["an alias for nothing", { aliases: [alias("a", "gone")] }, 'The alias "a" stands for "gone"'],
  ["a fallback on nothing", { models: [testing.model({ fallbackModelIds: ["gone"] })] }, 'falls back on "gone"'],
  ["a fallback on itself", { models: [testing.model({ fallbackModelIds: ["ours"] })] }, "which is itself"],
  ["an alias of itself", { aliases: [alias("a", "a")] }, 'The alias "a" stands for itself in the end.'],
  [
    "aliases in a circle",
    { aliases: [alias("a", "b"), alias("b", "known", "c"), alias("c", "a")] },
    'The alias "a" stands for itself in the end.',
  ],
  [
    "a seed's alias led back to itself",
    { aliases: [alias("fast", "house"), alias("house", "fast")] },
    'The alias "fast" stands for itself',
  ],
  [
    "a deployment of no model",
    { deployments: [testing.deployment({ connectionId: CONNECTION.id, modelName: "a", modelId: "gone" })] },
    'is one of "gone", which is no model.',
  ],
  [
    "a deployment over no connection",
    { deployments: [testing.deployment({ connectionId: testing.connection(2).id, modelName: "a", modelId: "known" })] },
    "goes over a connection that is not here any more.",
  ],
])("%s is said in a sentence", (_what, given, sentence) => {
  expect(faultsOf(given).join(" ")).toContain(sentence);
});

test("aliases that only name later ones are never told to go in circles", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const forward = tuple(...ids.map((_id, index) => subarray(ids.slice(index + 1))));
  assert(
    property(forward, (targets) => {
      const aliases = ids.map((id, index) => alias(id, ...(targets[index] ?? [])));
      expect(faultsOf({ aliases })).toEqual([]);
    }),
  );
});
