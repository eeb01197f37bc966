import { expect, test } from "vitest";
import { createConnection } from "#inference/create-connection.ts";
import type { ProviderConnection } from "#inference/provider.ts";
import { VllmLoads, type LoadedDeployment } from "./vllm-loads.ts";
import type { VllmMetrics } from "./vllm-metrics.ts";

const { signal } = new AbortController();
const LOAD: VllmMetrics = { waiting: 1, running: 2, kvUse: 0.5 };

const at = (deploymentId: string, host: string): LoadedDeployment => ({
  deploymentId,
  connection: createConnection({ provider: "openai-compatible", baseUrl: `http://${host}:8000/v1` }),
});

/** Loads of servers that say what `said` says, and who was asked. */
function create(said: Record<string, VllmMetrics | null>): { loads: VllmLoads; asked: string[] } {
  const asked: string[] = [];
  const loads = new VllmLoads(async ({ baseUrl }: ProviderConnection) => {
    const host = new URL(baseUrl ?? "").hostname;
    asked.push(host);
    return said[host] ?? null;
  });
  return { loads, asked };
}

test("a server is asked once for all its deployments, and again after some seconds", async () => {
  const { loads, asked } = create({ gpu: LOAD });
  const deployments = [at("one", "gpu"), at("two", "gpu")];
  for (const now of [0, 1_000, 4_999, 5_000, 5_001]) await loads.refresh(deployments, now, signal);
  expect(asked).toEqual(["gpu", "gpu"]);
  expect([loads.find("one", 5_001), loads.find("two", 5_001), loads.find("three", 5_001)]).toEqual([LOAD, LOAD, null]);
});

test("a server without metrics is asked once a minute", async () => {
  const { loads, asked } = create({});
  for (let now = 0; now < 120_000; now += 1_000) await loads.refresh([at("one", "ollama")], now, signal);
  expect(asked).toHaveLength(2);
  expect(loads.find("one", 120_000)).toBeNull();
});

test("what was said a while ago is not believed any more", async () => {
  const { loads } = create({ gpu: LOAD });
  await loads.refresh([at("one", "gpu")], 0, signal);
  expect([loads.find("one", 15_000), loads.find("one", 15_001)]).toEqual([LOAD, null]);
});

test("a server that stops telling is no longer as busy as it was", async () => {
  const said: Record<string, VllmMetrics | null> = { gpu: LOAD };
  const { loads } = create(said);
  await loads.refresh([at("one", "gpu")], 0, signal);
  said["gpu"] = null;
  await loads.refresh([at("one", "gpu")], 6_000, signal);
  expect(loads.find("one", 6_000)).toBeNull();
});

test("who is not deployed any more is forgotten, and other providers are not asked", async () => {
  const { loads, asked } = create({ gpu: LOAD });
  await loads.refresh([at("one", "gpu")], 0, signal);
  const openai = { deploymentId: "two", connection: createConnection({ provider: "openai" }) };
  await loads.refresh([openai], 1_000, signal);
  expect(loads.find("one", 1_000)).toBeNull();
  expect(asked).toEqual(["gpu"]);
});

test("a server that is slow to tell is not asked twice meanwhile", async () => {
  const answer = Promise.withResolvers<VllmMetrics | null>();
  let asked = 0;
  const loads = new VllmLoads(async () => {
    asked += 1;
    return answer.promise;
  });
  const first = loads.refresh([at("one", "gpu")], 0, signal);
  await loads.refresh([at("one", "gpu")], 1_000, signal);
  answer.resolve(LOAD);
  await first;
  expect([asked, loads.find("one", 1_000)]).toEqual([1, LOAD]);
});
