import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { allowPrivateAddresses } from "#inference/allow-private-addresses.ts";
import { listModelNames } from "#inference/list-model-names.ts";
import type { ProviderName } from "#inference/provider.ts";
import { askSimulator } from "#inference/simulator/ask-simulator.ts";
import { connectSimulator } from "#inference/simulator/connect-simulator.ts";
import { startSimulator, type Simulator } from "#inference/simulator/start-simulator.ts";

/** Each with its own SDK, and Vertex with one for each maker of models. */
const MODELS: readonly [ProviderName, string][] = [
  ["openai", "sim-short"],
  ["anthropic", "sim-short"],
  ["azure-openai", "sim-short"],
  ["google", "sim-short"],
  ["vertex", "sim-short"],
  ["vertex", "claude-sim-short"],
  ["openai-compatible", "sim-short"],
];

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterEach(() => allowPrivateAddresses("all"));
afterAll(() => simulator.close());

test.each(MODELS)("%s has no way to a closed address, by whatever SDK: %s", async (provider, modelName) => {
  allowPrivateAddresses([]);
  const parts = await askSimulator(simulator.url, { provider, modelName });
  const message = expect.stringContaining("PRIVATE_ADDRESSES");
  expect(parts).toMatchObject([
    { type: "error", error: { code: "provider-unreachable", message, isRetryable: false } },
  ]);
  const listing = listModelNames(connectSimulator(simulator.url, provider), new AbortController().signal);
  await expect(listing).rejects.toMatchObject({ code: "provider-unreachable", message });
  expect(simulator.requests).toEqual([]);
});

test("nothing here calls by another fetch than the one that vets", async () => {
  const root = join(import.meta.dirname, "..");
  const names = await readdir(root, { recursive: true });
  const files = names.filter((name) => name.endsWith(".ts") && !/^simulator\/|test/.test(name));
  const sources = await Promise.all(files.map(async (file) => readFile(join(root, file), "utf8")));
  const strangers = files.filter((_file, at) =>
    /(?<![\w.])fetch\(|globalThis\.fetch|from "(node:)?https?"/.test(sources[at] ?? ""),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(strangers).toEqual(["wire/provider-agent.ts"]);
});
