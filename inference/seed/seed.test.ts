import { expect, test } from "vitest";
import { catalogueDocumentSchema } from "#contracts/catalogue-document.ts";
import { SEED } from "./seed.ts";

test("the seed is a catalogue like any other", () => {
  const document = { models: [...SEED.models], aliases: [...SEED.aliases], deployments: [] };
  expect(catalogueDocumentSchema.parse(document)).toEqual(document);
});

test("every model and alias is there once, and no alias names a model that is not", () => {
  const ids = [...SEED.models, ...SEED.aliases].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(SEED.aliases.flatMap(({ modelIds }) => modelIds).filter((id) => !ids.includes(id))).toEqual([]);
});

test.each(SEED.models)("$id says where and when it was read, has a price today, and is plausible", (model) => {
  expect(model.source?.url).toMatch(/^https:\/\//);
  expect(model.source?.readOn).toMatch(/^2026-11-2\d$/);
  expect(model.prices[0]?.from).toBeDefined();
  expect((model.prices[0]?.from ?? "") <= "2026-11-24").toBe(true);
  expect(model.outputTokensMax ?? 0).toBeLessThanOrEqual(model.contextTokens ?? 0);
  for (const tier of model.prices.flatMap(({ tiers }) => tiers)) {
    expect(tier.inputPico).toBeLessThan(tier.outputPico);
    expect(tier.cachedInputPico ?? 0).toBeLessThan(tier.inputPico);
    expect(tier.inputPico).toBeGreaterThan(0);
  }
});

test("longer requests never cost less", () => {
  for (const { tiers } of SEED.models.flatMap(({ prices }) => prices)) {
    const [short, long] = tiers;
    if (short && long) expect(long.inputPico).toBeGreaterThan(short.inputPico);
  }
});
