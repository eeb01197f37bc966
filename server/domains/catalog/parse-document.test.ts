import { expect, test } from "vitest";
import { AppError } from "#server/errors.ts";
import { parseDocument } from "./parse-document.ts";
import { testing } from "./testing-catalogue.ts";

function refuse(given: unknown): string {
  try {
    parseDocument(given);
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid-input") return error.userMessage;
    throw error;
  }
  throw new Error("The document was accepted.");
}

const withPrices = (prices: unknown) => ({ ...testing.document(), models: [{ ...testing.model(), prices }] });
const tierOf = (changes: object) => [
  { ...testing.price("2026-01-01", 1), tiers: [{ ...testing.price("2026-01-01", 1).tiers[0], ...changes }] },
];

test("a document of the right shape is what it was", () => {
  const deployments = [testing.deployment({ connectionId: testing.connection(1).id, modelName: "a" })];
  const prices = [testing.price("2026-01-01", 1), testing.price("2026-02-01", 2)];
  const document = testing.document({ models: [testing.model({ prices })], deployments });
  expect(parseDocument(structuredClone(document))).toEqual(document);
});

test.each<[string, unknown, string]>([
  [
    "prices out of order",
    withPrices([testing.price("2026-02-01", 1), testing.price("2026-01-01", 1)]),
    'Model "ours", prices: Prices are sorted by the day from which they hold',
  ],
  ["a day twice", withPrices([testing.price("2026-01-01", 1), testing.price("2026-01-01", 2)]), "each day once"],
  ["a day that is none", withPrices([testing.price("2026-13-01", 1)]), "A price holds from a day"],
  ["a negative price", withPrices(tierOf({ inputPico: -1 })), "never negative"],
  ["half a pico-dollar", withPrices(tierOf({ outputPico: 0.5 })), "whole number of pico-dollars"],
  ["a price as text", withPrices(tierOf({ inputPico: "1" })), "whole number of pico-dollars"],
  ["a price without a tier", withPrices([{ from: "2026-01-01", tiers: [] }]), "at least one tier"],
  ["a first tier above 0", withPrices(tierOf({ aboveInputTokens: 5 })), "begins at 0"],
  [
    "a slash in an id",
    { ...testing.document(), models: [{ ...testing.model(), id: "a/b" }] },
    'Model "a/b", id: A name for',
  ],
  [
    "a field that there is not",
    { ...testing.document(), models: [{ ...testing.model(), price: 1 }] },
    'Model "ours": ',
  ],
  [
    "a weight of 0",
    {
      ...testing.document(),
      deployments: [{ ...testing.deployment({ connectionId: testing.connection(1).id, modelName: "m" }), weight: 0 }],
    },
    'Deployment "m", weight: A weight is a whole number from 1 to 1000.',
  ],
  [
    "an alias without a name",
    { ...testing.document(), aliases: [{ id: "a", label: " ", modelIds: [] }] },
    'Alias "a", label: ',
  ],
  ["an entry without anything", { ...testing.document(), aliases: [null] }, 'Alias "number 1": '],
])("%s is refused with the entry, the field and what is wrong", (_what, given, sentence) => {
  expect(refuse(given)).toContain(sentence);
});

test.each([null, "text", [], {}, { models: 1 }])("%j is no catalogue", (given) => {
  expect(refuse(given)).not.toBe("");
});
