import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Embeddings } from "#inference/embedding-model.ts";
import { createConnection } from "#inference/create-connection.ts";
import { createEmbeddingModel } from "#inference/create-embedding-model.ts";
import { simulatedVector } from "#inference/simulator/answer-embeddings.ts";
import { connectSimulator } from "#inference/simulator/connect-simulator.ts";
import { startSimulator, type Simulator } from "#inference/simulator/start-simulator.ts";

const PROVIDERS = ["openai", "azure-openai", "google", "vertex", "openai-compatible"] as const;
const TEXTS = ["A first text.", "Another one, longer than the first.", "你好"];

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

describe.each(PROVIDERS)("%s", (provider) => {
  const embed = async (texts: readonly string[], fields: Asked = {}): Promise<Embeddings> => {
    const { modelName = "sim-embed", dimensions = null, signal = new AbortController().signal } = fields;
    const model = createEmbeddingModel(connectSimulator(simulator.url, provider), modelName);
    if (model === null) throw new Error(`${provider} embeds nothing`);
    return model.embed(texts, { dimensions }, signal);
  };

  test("gives each text its vector, in the order of the texts, and counts their tokens", async () => {
    expect(await embed(TEXTS)).toEqual({ vectors: TEXTS.map((text) => simulatedVector(text, 8)), inputTokens: 10 });
  });

  test("asks for as many numbers as are wanted", async () => {
    const { vectors } = await embed(TEXTS, { dimensions: 3 });
    expect(vectors).toEqual(TEXTS.map((text) => simulatedVector(text, 3)));
  });

  test("asks for many texts in several calls", async () => {
    const texts = Array.from({ length: 300 }, (_, index) => `text ${index}`);
    const before = simulator.requests.length;
    const { vectors, inputTokens } = await embed(texts);
    expect(vectors).toEqual(texts.map((text) => simulatedVector(text, 8)));
    expect(inputTokens).toBe(600);
    expect(simulator.requests.length).toBeGreaterThan(before + 1);
  });

  test("asks for no text by no call", async () => {
    const before = simulator.requests.length;
    expect((await embed([])).vectors).toEqual([]);
    expect(simulator.requests.length).toBe(before);
  });

  test("says that there is no such model", async () => {
    await expect(embed(TEXTS, { modelName: "no-such-model" })).rejects.toMatchObject({ code: "model-unavailable" });
  });

  test("an abort by the caller is the caller's", async () => {
    const reason = new Error("stopped");
    await expect(embed(TEXTS, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

test.each(["anthropic", "demo"] as const)("%s embeds nothing", (provider) => {
  expect(createEmbeddingModel(createConnection({ provider }), "any")).toBeNull();
});

test("a Gemini on Vertex takes one text a call, and gives each its vector all the same", async () => {
  const model = createEmbeddingModel(connectSimulator(simulator.url, "vertex"), "gemini-sim-embed");
  const before = simulator.requests.length;
  const embedded = await model?.embed(TEXTS, { dimensions: 3 }, new AbortController().signal);
  expect(embedded).toEqual({ vectors: TEXTS.map((text) => simulatedVector(text, 3)), inputTokens: 10 });
  const since = simulator.requests.slice(before).filter(({ wants }) => wants === "embeddings");
  expect(since).toHaveLength(TEXTS.length);
  expect(since.every(({ path }) => path.endsWith(":embedContent"))).toBe(true);
});

type Asked = { modelName?: string; dimensions?: number; signal?: AbortSignal };
