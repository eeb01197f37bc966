import { expect, it } from "vitest";
import { dropEntry } from "./drop-entry.ts";
import { findPrice } from "./find-price.ts";
import { findTheirs } from "./find-theirs.ts";
import { putEntry } from "./put-entry.ts";
import { shareOf } from "./share-of.ts";
import { testCatalogue, testDeployment, testModel } from "./testing-catalogue.ts";

const { document } = testCatalogue();

it("puts an entry in its place, or at the end, and takes it out again", () => {
  const renamed = putEntry(document, "models", testModel({ label: "Five" }));
  expect(renamed.models.map(({ label }) => label)).toEqual(["Five", "GPT-5 mini"]);
  const added = putEntry(document, "models", testModel({ id: "own" }));
  expect(added.models.map(({ id }) => id)).toEqual(["gpt-5", "gpt-5-mini", "own"]);
  expect(dropEntry(added, "models", "own")).toEqual(document);
});

it("tells what others changed of an entry, and nothing of what they changed beside it", () => {
  const theirs = putEntry(putEntry(document, "models", testModel({ label: "Five", tiers: null })), "aliases", {
    id: "best",
    label: "The best",
    modelIds: [],
  });
  expect(findTheirs(document, theirs, { kind: "models", id: "gpt-5" })).toEqual(["label", "tiers"]);
  expect(findTheirs(document, theirs, { kind: "models", id: "gpt-5-mini" })).toBeNull();
  expect(findTheirs(document, dropEntry(document, "aliases", "best"), { kind: "aliases", id: "best" })).toContain(
    "label",
  );
});

it("finds the price of a day, and the one that follows", () => {
  const [price] = testModel().prices;
  if (!price) throw new Error("The model has no price.");
  const [first, second] = [
    { ...price, from: "2026-01-01" },
    { ...price, from: "2026-06-01" },
  ];
  expect(findPrice([first, second], "2026-01-01")).toEqual({ now: first, next: second });
  expect(findPrice([first, second], "2026-07-01")).toEqual({ now: second, next: null });
  expect(findPrice([first], "2025-12-31")).toEqual({ now: null, next: first });
  expect(findPrice([], "2026-01-01")).toEqual({ now: null, next: null });
});

it("shares a model's calls by weight among those in use that are asked first", () => {
  const heavy = testDeployment({ id: "a", weight: 300 });
  const light = testDeployment({ id: "b", weight: 100 });
  const behind = testDeployment({ id: "c", priority: 1 });
  const off = testDeployment({ id: "d", state: "off" });
  const all = [heavy, light, behind, off, testDeployment({ id: "e", modelId: "another" })];
  expect([heavy, light, behind, off].map((deployment) => shareOf(deployment, all))).toEqual([0.75, 0.25, 0, 0]);
});
