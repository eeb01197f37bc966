import { expect, test } from "vitest";
import { findModelCandidates } from "./find-model-candidates.ts";
import { testing } from "./testing-catalogue.ts";

const secretBox = {
  open: (sealed: string) => {
    if (sealed === "broken") throw new Error("this key cannot be opened");
    return `opened ${sealed}`;
  },
};
const OPENING = { secretBox, now: new Date("2026-11-24T12:00:00Z") };
const OPENAI = testing.connection(1, { modelNames: ["gpt-4o", "gpt-6-luna"], sealedApiKey: "one" });
const AZURE = testing.connection(2, {
  provider: "azure-openai",
  label: "Azure",
  modelNames: ["gpt-4o"],
  sealedApiKey: "two",
  region: "westeurope",
});

test("a model's candidates are all its deployments, with limits, price and an opened key", () => {
  const found = findModelCandidates(OPENING, testing.snapshot([OPENAI, AZURE]), "gpt-4o");
  expect(found).toMatchObject({
    modelId: "gpt-4o",
    policy: { prefer: "balanced", fallbackModelIds: [] },
    toolNames: null,
  });
  expect(found?.candidates).toMatchObject([
    { connectionLabel: "OpenAI", region: null, contextTokens: 128_000, inputPico: 2_500_000, outputPico: 10_000_000 },
    { connectionLabel: "Azure", region: "westeurope", connection: { apiKey: "opened two", region: "westeurope" } },
  ]);
});

test("what a deployment says of itself counts instead of the model's", () => {
  const own = testing.deployment({
    connectionId: OPENAI.id,
    modelName: "gpt-4o",
    modelId: "gpt-4o",
    contextTokens: 16_000,
    prices: [testing.price("2026-01-01", 42)],
    region: "eu",
    state: "draining",
  });
  const found = findModelCandidates(OPENING, testing.snapshot([OPENAI, AZURE], { deployments: [own] }), "gpt-4o");
  expect(found?.candidates[0]).toMatchObject({ contextTokens: 16_000, inputPico: 42, region: "eu", isDraining: true });
});

test("a price that is not known is null, never nothing", () => {
  const deployments = [testing.deployment({ connectionId: OPENAI.id, modelName: "x" })];
  const snapshot = testing.snapshot([OPENAI], { models: [testing.model()], deployments });
  expect(findModelCandidates(OPENING, snapshot, "ours")?.candidates).toMatchObject([
    { inputPico: null, outputPico: null },
  ]);
});

test("behind a model come those that stand in for it, and behind an alias the others it names", () => {
  const model = testing.model({ fallbackModelIds: ["gpt-4o", "gpt-5.5"], toolNames: ["calculator"] });
  const deployments = [testing.deployment({ connectionId: OPENAI.id, modelName: "x" })];
  const aliases = [{ id: "fast", label: "Fast", modelIds: ["ours", "gpt-4o", "gpt-6-luna"] }];
  const snapshot = testing.snapshot([OPENAI], { models: [model], deployments, aliases });
  expect(findModelCandidates(OPENING, snapshot, "ours")).toMatchObject({
    policy: { prefer: "balanced", fallbackModelIds: ["gpt-4o"] },
    toolNames: ["calculator"],
  });
  const byAlias = findModelCandidates(OPENING, snapshot, "fast");
  expect(byAlias).toMatchObject({
    modelId: "ours",
    policy: { prefer: "fast", fallbackModelIds: ["gpt-4o", "gpt-6-luna"] },
  });
  expect(byAlias?.candidates.map(({ modelId }) => modelId)).toEqual(["ours", "gpt-4o", "gpt-6-luna"]);
});

test("what is switched off, taken away or unknown is no candidate", () => {
  const off = testing.deployment({ connectionId: OPENAI.id, modelName: "gpt-4o", modelId: "gpt-4o", state: "off" });
  const both = testing.snapshot([OPENAI, AZURE], { deployments: [off] });
  expect(findModelCandidates(OPENING, both, "gpt-4o")?.candidates).toHaveLength(1);
  expect(findModelCandidates(OPENING, testing.snapshot([OPENAI], { deployments: [off] }), "gpt-4o")).toBeNull();
  const gone = { ...testing.model({ id: "gpt-4o", isAvailable: false }), maker: "OpenAI" };
  expect(findModelCandidates(OPENING, testing.snapshot([OPENAI], { models: [gone] }), "gpt-4o")).toBeNull();
  expect(findModelCandidates(OPENING, both, "no-such-model")).toBeNull();
  expect(findModelCandidates(OPENING, testing.snapshot([]), "fast")).toBeNull();
});

test("one key that cannot be opened costs one candidate; when none can, that is told", () => {
  const broken = { ...OPENAI, sealedApiKey: "broken" };
  expect(findModelCandidates(OPENING, testing.snapshot([broken, AZURE]), "gpt-4o")?.candidates).toHaveLength(1);
  expect(() => findModelCandidates(OPENING, testing.snapshot([broken]), "gpt-4o")).toThrow("cannot be opened");
});
