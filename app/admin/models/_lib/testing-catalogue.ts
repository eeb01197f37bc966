import type { CatalogueModel, Deployment } from "#contracts/catalogue-document.ts";
import type { CatalogueView } from "#contracts/catalogue.ts";

const CONNECTION_ID = "019ab000-0000-7000-8000-000000000001";

/** A model with everything that a model has. */
export function testModel(given: Partial<CatalogueModel> = {}): CatalogueModel {
  const prices = {
    cacheWritePico: null,
    reasoningPico: null,
    imagePico: null,
    audioInputPico: null,
    audioOutputPico: null,
  };
  const tier = {
    aboveInputTokens: 0,
    inputPico: 1_250_000,
    cachedInputPico: 125_000,
    outputPico: 10_000_000,
    ...prices,
  };
  return {
    id: "gpt-5",
    label: "GPT-5",
    maker: "OpenAI",
    contextTokens: 400_000,
    outputTokensMax: 128_000,
    canSeeImages: true,
    canReason: true,
    canCallTools: true,
    canStructure: true,
    tokenizer: "o200k",
    prices: [{ from: "2025-08-07", tiers: [tier] }],
    source: { url: "https://example.org/prices", readOn: "2026-11-20" },
    isAvailable: true,
    tiers: ["pro", "team"],
    fallbackModelIds: ["gpt-5-mini"],
    toolNames: ["calculator"],
    ...given,
  };
}

/** A deployment over the one connection of `testCatalogue`. */
export function testDeployment(given: Partial<Deployment> = {}): Deployment {
  return {
    id: "3b241101-e2bb-4255-8caf-4136c566a962",
    modelId: "gpt-5",
    connectionId: CONNECTION_ID,
    modelName: "gpt-5",
    region: "eu",
    weight: 100,
    priority: 0,
    state: "on",
    contextTokens: null,
    outputTokensMax: 64_000,
    prices: null,
    gpuPicoPerSecond: 1_250_000_000,
    ...given,
  };
}

/** Two models, one alias and one deployment, all of them said by administrators. */
export function testCatalogue(): CatalogueView {
  const models = [testModel(), testModel({ id: "gpt-5-mini", label: "GPT-5 mini", fallbackModelIds: [] })];
  const aliases = [{ id: "best", label: "Best", modelIds: ["gpt-5"] }];
  const deployments = [testDeployment()];
  const origin = "document" as const;
  return {
    revision: 3,
    document: { models, aliases, deployments },
    models: models.map((model) => ({ ...model, origin })),
    aliases: aliases.map((alias) => ({ ...alias, origin, answersNow: "gpt-5" })),
    deployments: deployments.map((deployment) => ({ ...deployment, origin, connectionLabel: "OpenAI" })),
    connections: [{ id: CONNECTION_ID, label: "OpenAI", provider: "openai", region: null, modelNames: ["gpt-5"] }],
  };
}
