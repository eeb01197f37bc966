import { expect, test } from "vitest";
import { canContinue } from "./can-continue.ts";

test.each([
  ["openai", "gpt-6.1-sol"],
  ["anthropic", "claude-opus-5-5"],
  ["openai-compatible", "some/unknown-model"],
  ["openai-compatible", "sim-no-continue"],
  ["demo", "demo"],
] as const)("%s's %s is worth asking", (provider, modelName) => {
  expect(canContinue(provider, modelName)).toBe(true);
});

test.each(["o3-deep-research", "meta-llama/Llama-Guard-4-12B", "omni-moderation-latest"])(
  "%s would begin anew and is not asked",
  (modelName) => {
    expect(canContinue("openai-compatible", modelName)).toBe(false);
  },
);
