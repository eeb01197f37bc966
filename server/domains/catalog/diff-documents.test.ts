import { expect, test } from "vitest";
import { diffDocuments } from "./diff-documents.ts";
import { testing } from "./testing-catalogue.ts";

test("what was added, removed and changed is told by entry and field", () => {
  const before = testing.document({
    models: [testing.model(), testing.model({ id: "gone", label: "Gone" })],
    aliases: [{ id: "house", label: "House", modelIds: ["ours"] }],
  });
  const after = testing.document({
    models: [testing.model({ label: "Renamed" }), testing.model({ id: "new", label: "New" })],
    aliases: [{ id: "house", label: "House", modelIds: ["ours"] }],
  });
  const differences = diffDocuments(before, after);
  expect(differences.map(({ kind, id, change }) => `${kind} ${id} ${change}`)).toEqual([
    "model gone removed",
    "model ours changed",
    "model new added",
  ]);
  expect(differences[1]).toMatchObject({
    label: "Renamed",
    fields: [{ name: "label", before: '"Ours"', after: '"Renamed"' }],
  });
});

test("the order of fields, which the database does not keep, is no difference", () => {
  const model = testing.model({ prices: [testing.price("2026-01-01", 1)] });
  const turned = Object.fromEntries(Object.entries(model).toReversed()) as typeof model;
  expect(diffDocuments(testing.document({ models: [model] }), testing.document({ models: [turned] }))).toEqual([]);
});

test("the order of entries is none either, and of a list in an entry it is one", () => {
  const [one, two] = [testing.model({ id: "one" }), testing.model({ id: "two", fallbackModelIds: ["a", "b"] })];
  expect(diffDocuments(testing.document({ models: [one, two] }), testing.document({ models: [two, one] }))).toEqual([]);
  const turned = { ...two, fallbackModelIds: ["b", "a"] };
  expect(diffDocuments(testing.document({ models: [two] }), testing.document({ models: [turned] }))).toHaveLength(1);
});

test("a long value is cut", () => {
  const deployments = [testing.deployment({ connectionId: testing.connection(1).id, modelName: "m".repeat(2_000) })];
  const [difference] = diffDocuments(testing.document(), testing.document({ deployments }));
  expect(Math.max(...(difference?.fields ?? []).map(({ after }) => after?.length ?? 0))).toBeLessThanOrEqual(501);
});
