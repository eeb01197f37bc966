import { SEED } from "#inference/index.ts";
import { expect, test } from "vitest";
import { deriveDeployments } from "./derive-deployments.ts";
import { testing } from "./testing-catalogue.ts";

const MODELS = new Map(SEED.models.map((model) => [model.id, model]));
const derive = (modelNames: string[], provider: "openai" | "anthropic" | "vertex" | "openai-compatible" = "openai") =>
  deriveDeployments(testing.connection(1, { provider, modelNames }), MODELS).map(({ modelId, modelName }) => [
    modelId,
    modelName,
  ]);

test("what a connection lists and we know is a deployment, and nothing else", () => {
  expect(derive(["gpt-4o", "gpt-99", "constructor", "ft:gpt-4o:us"])).toEqual([["gpt-4o", "gpt-4o"]]);
});

test("of several versions the one without a date stands for the model, else the newest", () => {
  expect(derive(["gpt-5.5-2026-04-23", "gpt-5.5", "gpt-5.5-2026-06-01"])).toEqual([["gpt-5.5", "gpt-5.5"]]);
  expect(derive(["claude-haiku-4-5-20251001", "claude-haiku-4-5-20260301"], "anthropic")).toEqual([
    ["claude-haiku-4-5", "claude-haiku-4-5-20260301"],
  ]);
  expect(derive(["claude-haiku-4-5@20251001", "gemini-2.5-pro"], "vertex")).toEqual([
    ["claude-haiku-4-5", "claude-haiku-4-5@20251001"],
    ["gemini-2.5-pro", "gemini-2.5-pro"],
  ]);
});

test("a server of one's own is no deployment of a public model, whatever it calls its own", () => {
  expect(derive(["gpt-4o"], "openai-compatible")).toEqual([]);
});

test("the same connection and name have the same id for ever, and no other has it", () => {
  const idOf = (number: number, modelName: string) =>
    deriveDeployments(testing.connection(number, { modelNames: [modelName] }), MODELS)[0]?.id;
  expect(idOf(1, "gpt-4o")).toBe("69eac53e-b0e4-5a3d-a59d-27e1b5525d83");
  expect(new Set([idOf(1, "gpt-4o"), idOf(2, "gpt-4o"), idOf(1, "gpt-5")]).size).toBe(3);
});
