import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createConnection } from "#inference/create-connection.ts";
import type { ProviderConnection } from "#inference/provider.ts";
import { startSimulator, type Simulator } from "#inference/simulator/start-simulator.ts";
import { readVllmMetrics } from "./read-vllm-metrics.ts";
import type { VllmMetrics } from "./vllm-metrics.ts";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

function read(
  known: Partial<ProviderConnection> = {},
  signal = new AbortController().signal,
): Promise<VllmMetrics | null> {
  const connection = { provider: "openai-compatible", baseUrl: `${simulator.url}/v1`, ...known } as const;
  return readVllmMetrics(createConnection(connection), signal);
}

test("a server without metrics has no load to tell", async () => {
  expect(await read()).toBeNull();
});

test("the load of a server is read beside its base address, with and without a key", async () => {
  simulator.engines.push({ waiting: 2, running: 5, kvUse: 0.25 }, { waiting: 0, running: 1, kvUse: 1 });
  const load = { waiting: 2, running: 6, kvUse: 1 };
  expect(await read()).toEqual(load);
  expect(await read({ baseUrl: `${simulator.url}/` })).toEqual(load);
  expect(await read({ apiKey: "sim-key" })).toEqual(load);
});

test("only a server that somebody runs is asked", async () => {
  expect(await read({ provider: "openai" })).toBeNull();
  expect(await read({ provider: "azure-openai" })).toBeNull();
  expect(await read({ baseUrl: null })).toBeNull();
});

test.each([
  ["nobody listens", { baseUrl: "http://127.0.0.1:9/v1" }],
  ["the address is none", { baseUrl: "nonsense" }],
  ["the key is none", { apiKey: "two words" }],
])("where %s there is no load, and nothing is thrown", async (_what, known) => {
  expect(await read(known)).toBeNull();
});

test("who does not wait for it any more gets nothing", async () => {
  expect(await read({}, AbortSignal.abort())).toBeNull();
});

test("a server that begins to tell its load and never ends is given up", async () => {
  const server = createServer(
    (_request, response) => void response.writeHead(200).write("vllm:num_requests_running 1"),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  expect(await read({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` })).toBeNull();
  await new Promise((resolve) => server.close(resolve));
}, 20_000);
