import { expect, test } from "vitest";
import { describeModel } from "./describe-model.ts";

test("a model is known by its name", () => {
  expect(describeModel("anthropic", "claude-haiku-4-5")).toMatchObject({
    label: "Claude Haiku 4.5",
    catalogueId: "claude-haiku-4-5",
    version: null,
    contextTokens: 200_000,
    prices: [{ tiers: [{ inputPico: 1_000_000, outputPico: 5_000_000, cachedInputPico: 100_000 }] }],
  });
});

test.each([
  ["openai", "gpt-5.5-2026-04-23", "GPT-5.5 (2026-04-23)"],
  ["azure-openai", "gpt-5.5-2026-04-23", "GPT-5.5 (2026-04-23)"],
  ["anthropic", "claude-haiku-4-5-20251001", "Claude Haiku 4.5 (20251001)"],
  ["vertex", "claude-haiku-4-5@20251001", "Claude Haiku 4.5 (20251001)"],
] as const)("a version of %s's %s has the facts of its model and says which it is", (provider, name, label) => {
  expect(describeModel(provider, name)).toMatchObject({ label, canCallTools: true });
});

test("a cloud serves the models of two makers", () => {
  expect(describeModel("vertex", "gemini-2.5-pro").catalogueId).toBe("gemini-2.5-pro");
  expect(describeModel("vertex", "claude-opus-5-5").catalogueId).toBe("claude-opus-5-5");
  expect(describeModel("google", "claude-opus-5-5").catalogueId).toBeNull();
});

test.each(["gpt-99", "constructor", "gpt-5-2026", "gpt-5.5-pro"])(
  "of %s we promise nothing, a price least of all",
  (name) => {
    expect(describeModel("openai", name)).toMatchObject({
      label: name,
      catalogueId: null,
      contextTokens: null,
      outputTokensMax: null,
      canSeeImages: false,
      canReason: false,
      canCallTools: false,
      canStructure: false,
      prices: [],
    });
  },
);

test("the same name at a server of one's own is another model", () => {
  expect(describeModel("openai-compatible", "gpt-4o").prices).toEqual([]);
});

test("models of another catalogue are known by it", () => {
  const seed = describeModel("openai", "gpt-4o");
  expect(describeModel("openai", "gpt-4o", new Map()).catalogueId).toBeNull();
  expect(seed.catalogueId).toBe("gpt-4o");
});
