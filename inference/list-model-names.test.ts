import { createServer, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findLocalServers } from "./find-local-servers.ts";
import { createConnection } from "./create-connection.ts";
import { listModelNames } from "./list-model-names.ts";
import { connectSimulator } from "./simulator/connect-simulator.ts";
import { SIMULATOR_FORBIDDEN_KEY, SIMULATOR_KEY, startSimulator, type Simulator } from "./simulator/start-simulator.ts";

const PROVIDERS = ["openai", "anthropic", "azure-openai", "google", "vertex", "openai-compatible"] as const;
const signal = new AbortController().signal;

let simulator: Simulator;
let page: Server | null = null;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterEach(() => {
  page?.close();
  page = null;
});
afterAll(() => simulator.close());

/** An address that gives every request the same answer. */
async function serve(contentType: string, body: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": contentType }).end(body);
  });
  page = server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

describe.each(PROVIDERS)("%s", (provider) => {
  test("names the models that the key may use", async () => {
    const names = await listModelNames(connectSimulator(simulator.url, provider), signal);
    expect(names).toContainEqual(expect.stringMatching(/sim-markdown$/));
  });

  test("takes a base address with the version, a slash at its end and blanks around it", async () => {
    const baseUrl = ` ${simulator.url}/v1/ `;
    expect(await listModelNames(connectSimulator(baseUrl, provider, ` ${SIMULATOR_KEY}\n`), signal)).toContainEqual(
      expect.stringMatching(/sim-echo$/),
    );
  });

  test.each([
    ["a wrong key", "wrong", "provider-key-invalid"],
    ["a key without permission", SIMULATOR_FORBIDDEN_KEY, "provider-permission-denied"],
    ["an empty key", "  ", "provider-key-invalid"],
  ])("refuses %s by its own code", async (_what, apiKey, code) => {
    await expect(listModelNames(connectSimulator(simulator.url, provider, apiKey), signal)).rejects.toMatchObject({
      name: "ProviderError",
      code,
    });
  });

  test.each([
    ["a web page", "text/html", "<!doctype html>"],
    ["JSON that is no list of models", "application/json", '{"status":"ok"}'],
    ["what only claims to be JSON", "application/json", "{"],
  ])("does not take %s for a list of models", async (_what, contentType, body) => {
    const baseUrl = await serve(contentType, body);
    await expect(listModelNames(connectSimulator(baseUrl, provider), signal)).rejects.toMatchObject({
      code: "provider-unreachable",
      isRetryable: false,
    });
  });

  test("does not read a list without end", async () => {
    const baseUrl = await serve("application/json", `{"data":[],"padding":"${"x".repeat(9_000_000)}"}`);
    await expect(listModelNames(connectSimulator(baseUrl, provider), signal)).rejects.toMatchObject({
      name: "ProviderError",
      message: expect.stringContaining("larger than"),
    });
  });
});

test("OpenAI without a key is refused before anything is dialled", async () => {
  const before = simulator.requests.length;
  const connection = createConnection({ provider: "openai", baseUrl: simulator.url, apiKey: null });
  await expect(listModelNames(connection, signal)).rejects.toMatchObject({ code: "provider-key-invalid" });
  expect(simulator.requests.length).toBe(before);
});

test("a compatible server without a key gets no authorization at all", async () => {
  const connection = createConnection({ provider: "openai-compatible", baseUrl: simulator.url, apiKey: null });
  await expect(listModelNames(connection, signal)).rejects.toMatchObject({ code: "provider-key-invalid" });
  expect(simulator.requests.at(-1)?.apiKey).toBeNull();
});

test("models that only embed are no models to chat with", async () => {
  const models = ["qwen3:8b", "nomic-embed-text:latest", "bge-reranker-v2"].map((id) => ({ id }));
  const baseUrl = await serve("application/json", JSON.stringify({ object: "list", data: models }));
  const connection = createConnection({ provider: "openai-compatible", baseUrl, apiKey: null });
  expect(await listModelNames(connection, signal)).toEqual(["qwen3:8b"]);
});

test("an abort by the caller is the caller's, not a fault of the provider", async () => {
  const reason = new Error("stopped");
  const connection = createConnection({ provider: "openai", baseUrl: simulator.url, apiKey: SIMULATOR_KEY });
  await expect(listModelNames(connection, AbortSignal.abort(reason))).rejects.toBe(reason);
});

test("the demo has one model", async () => {
  expect(await listModelNames(createConnection({ provider: "demo", baseUrl: null, apiKey: null }), signal)).toEqual([
    "demo",
  ]);
});

test("local servers are those that answer with a list of models, and the others are not there", async () => {
  const found = await serve("application/json", '{"object":"list","data":[{"id":"llama3"}]}');
  const servers = [
    { label: "Ollama", baseUrl: `${found}/v1` },
    { label: "LM Studio", baseUrl: `${simulator.url}/v1` },
    { label: "vLLM", baseUrl: "http://127.0.0.1:9/v1" },
  ];
  expect(await findLocalServers(signal, { servers, timeoutMs: 10_000 })).toEqual([
    { label: "Ollama", baseUrl: `${found}/v1`, modelNames: ["llama3"] },
  ]);
});

test("a search for local servers that is aborted finds none and throws nothing", async () => {
  expect(await findLocalServers(AbortSignal.abort())).toEqual([]);
});
