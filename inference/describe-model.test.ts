import { expect, test } from "vitest";
import { modelPriceSchema } from "#contracts/model.ts";
import { describeModel } from "./describe-model.ts";
import { MODEL_FACTS } from "./model-facts.ts";

test("a model is known by its name", () => {
  expect(describeModel("anthropic", "claude-haiku-4-5")).toMatchObject({
    label: "Claude Haiku 4.5",
    contextTokens: 200_000,
    price: { inputPerMillion: 1, outputPerMillion: 5, cachedInputPerMillion: 0.1 },
  });
});

test.each([
  ["openai", "gpt-5.5-2026-04-23", "GPT-5.5 (2026-04-23)"],
  ["anthropic", "claude-haiku-4-5-20251001", "Claude Haiku 4.5 (20251001)"],
] as const)("a version of %s's %s has the facts of its model and says which it is", (provider, name, label) => {
  expect(describeModel(provider, name)).toMatchObject({ label, canCallTools: true });
});

test.each(["gpt-99", "constructor", "gpt-5-2026", "gpt-5.5-pro"])(
  "of %s we promise nothing, a price least of all",
  (name) => {
    expect(describeModel("openai", name)).toEqual({
      label: name,
      contextTokens: null,
      outputTokensMax: null,
      canSeeImages: false,
      canReason: false,
      canCallTools: false,
      price: null,
    });
  },
);

test("the same name at another provider is another model", () => {
  expect(describeModel("openai-compatible", "gpt-4o").price).toBeNull();
});

test("every group of facts says where and when it was read, and is plausible", () => {
  for (const { sources, readOn, models } of MODEL_FACTS) {
    expect(sources.every((source) => source.startsWith("https://"))).toBe(true);
    expect(readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const { price, contextTokens, outputTokensMax } of Object.values(models)) {
      const parsed = modelPriceSchema.parse(price);
      expect(parsed.inputPerMillion).toBeLessThan(parsed.outputPerMillion);
      expect(parsed.cachedInputPerMillion ?? 0).toBeLessThan(parsed.inputPerMillion);
      expect(outputTokensMax ?? 0).toBeLessThanOrEqual(contextTokens ?? 0);
    }
  }
});
