import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { ChatRequest } from "#inference/chat-model.ts";
import { createChatModel } from "#inference/create-chat-model.ts";
import { createChatRequest } from "#inference/create-chat-request.ts";
import type { ProviderConnection } from "#inference/provider.ts";
import { listModelNames } from "#inference/list-model-names.ts";
import { askSimulator } from "#inference/simulator/ask-simulator.ts";
import { connectSimulator } from "#inference/simulator/connect-simulator.ts";
import { createServiceAccount } from "#inference/simulator/create-service-account.ts";
import { SIMULATOR_KEY, startSimulator, type Simulator } from "#inference/simulator/start-simulator.ts";
import { textTurn } from "#inference/text-turn.ts";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

async function ask(
  fields: Partial<ProviderConnection>,
  modelName = "gemini-sim-short",
  asked: Partial<ChatRequest> = {},
): Promise<StreamPart[]> {
  const model = createChatModel({ ...connectSimulator(simulator.url, "vertex"), ...fields }, modelName);
  const request = createChatRequest({ turns: [textTurn({ role: "user", text: "Hello" })], ...asked });
  const parts: StreamPart[] = [];
  for await (const part of model.stream(request, new AbortController().signal)) parts.push(part);
  return parts;
}

const account = (fields: object): string =>
  JSON.stringify({ ...JSON.parse(createServiceAccount(simulator.url, SIMULATOR_KEY)), ...fields });

test("asks Google's and Anthropic's models each at its own place in the project and the region", async () => {
  await ask({ project: "my-project", region: "us-east5" });
  expect(simulator.requests.at(-1)?.path).toBe(
    "/v1beta1/projects/my-project/locations/us-east5/publishers/google/models/gemini-sim-short:streamGenerateContent",
  );
  await ask({ project: "my-project", region: "us-east5" }, "claude-sim-short");
  expect(simulator.requests.at(-1)).toMatchObject({
    path: "/v1/projects/my-project/locations/us-east5/publishers/anthropic/models/claude-sim-short:streamRawPredict",
    body: { anthropic_version: expect.any(String), stream: true },
  });
  expect(simulator.requests.at(-1)?.body).not.toHaveProperty("model");
});

test("proves itself once for many calls, and shows its key to nobody", async () => {
  const fresh = { apiKey: account({ client_email: `${SIMULATOR_KEY}@another.example` }) };
  const before = simulator.requests.length;
  await Promise.all([ask(fresh), ask(fresh), ask(fresh, "claude-sim-short")]);
  await ask(fresh);
  const since = simulator.requests.slice(before);
  expect(since.filter(({ path }) => path === "/token")).toHaveLength(1);
  const privateKey: unknown = JSON.parse(fresh.apiKey).private_key;
  expect(typeof privateKey).toBe("string");
  expect(JSON.stringify(since)).not.toContain(JSON.stringify(privateKey).slice(40, 80));
});

test("takes nothing from the environment: no key, no address, no version", async () => {
  vi.stubEnv("GOOGLE_API_KEY", "wrong");
  vi.stubEnv("GOOGLE_CLOUD_PROJECT", "wrong");
  vi.stubEnv("GOOGLE_CLOUD_LOCATION", "wrong");
  vi.stubEnv("GOOGLE_GENAI_USE_VERTEXAI", "false");
  vi.stubEnv("GOOGLE_GENAI_API_VERSION", "v9");
  vi.stubEnv("GOOGLE_VERTEX_BASE_URL", "http://127.0.0.1:9");
  vi.stubEnv("GOOGLE_GEMINI_BASE_URL", "http://127.0.0.1:9");
  vi.stubEnv("ANTHROPIC_VERTEX_BASE_URL", "http://127.0.0.1:9");
  vi.stubEnv("ANTHROPIC_API_KEY", "wrong");
  try {
    for (const modelName of ["gemini-sim-short", "claude-sim-short"]) {
      expect((await ask({}, modelName)).at(-1)).toEqual({ type: "finish", reason: "stop" });
      expect(simulator.requests.at(-1)?.path).toContain("/projects/sim-project/locations/europe-west4/");
    }
    vi.stubEnv("GOOGLE_GENAI_USE_VERTEXAI", "true");
    const parts = await askSimulator(simulator.url, { provider: "google", modelName: "sim-short" });
    expect(parts.at(-1)).toEqual({ type: "finish", reason: "stop" });
    expect(simulator.requests.at(-1)?.path).toBe("/v1beta/models/sim-short:streamGenerateContent");
  } finally {
    vi.unstubAllEnvs();
  }
});

test.each([
  ["is no JSON", () => "sim-key"],
  ["is no service account's", () => '{"type":"authorized_user"}'],
  ["has no private key in it", () => account({ private_key: "-----BEGIN PRIVATE KEY-----\nsecret\n" })],
  ["is signed with another key", () => account({ private_key_id: "AAAA" })],
  ["names another server for tokens", () => account({ token_uri: "http://127.0.0.1:9/token" })],
])("a key that %s is none, and is not quoted", async (_what, apiKey) => {
  const parts = await ask({ apiKey: apiKey() });
  expect(parts).toMatchObject([{ type: "error", error: { code: "provider-key-invalid", isRetryable: false } }]);
  expect(JSON.stringify(parts)).not.toMatch(/PRIVATE|secret|sim-project/);
});

test.each(["gemini-sim-short", "claude-sim-short"])(
  "%s: a token that Google repeats is struck out",
  async (modelName) => {
    const token = "ya29-very-secret-0123456789";
    const parts = await ask({ apiKey: createServiceAccount(simulator.url, token) }, modelName);
    expect(parts).toMatchObject([{ type: "error", error: { code: "provider-key-invalid" } }]);
    expect(JSON.stringify(parts)).toContain("[key]");
    expect(JSON.stringify(parts)).not.toContain(token);
  },
);

test("a token that was refused is asked for anew by the next call", async () => {
  const refused = { apiKey: createServiceAccount(simulator.url, "ended") };
  const before = simulator.requests.length;
  await ask(refused);
  await ask(refused);
  expect(simulator.requests.slice(before).filter(({ path }) => path === "/token")).toHaveLength(2);
});

test("lists Gemini and Claude, and what they are not for is left out", async () => {
  const signal = new AbortController().signal;
  const names = await listModelNames(connectSimulator(simulator.url, "vertex"), signal);
  expect(names).toContain("gemini-sim-short");
  expect(names).toContain("claude-sim-short");
  expect(names.every((name) => /^(gemini|claude)-sim-/.test(name))).toBe(true);
  expect(names).not.toContain("gemini-sim-embedding");
});

test("a Gemini gets its own calls back with the signature that they came with", async () => {
  const tools = [{ name: "find", description: "Finds.", inputSchema: { type: "object", properties: {} } }];
  const parts = await ask({}, "gemini-sim-use-tools", { tools });
  const [toolCallId = ""] = parts.flatMap((part) => (part.type === "tool-call-start" ? [part.toolCallId] : []));
  const turns: ChatRequest["turns"] = [
    textTurn({ role: "user", text: "Where?" }),
    { role: "assistant", parts: [{ type: "tool-call", toolCallId, toolName: "find", inputText: '{"place":1}' }] },
    { role: "user", parts: [{ type: "tool-result", toolCallId, toolName: "find", output: "Here.", isError: false }] },
  ];
  const signaturesSent = (): unknown[] =>
    [...JSON.stringify(simulator.requests.at(-1)?.body).matchAll(/"thoughtSignature":"(\w+)"/g)].map(
      ([, sent]) => sent,
    );
  await ask({}, "gemini-sim-use-tools", { tools, turns });
  expect(signaturesSent()).toEqual(["c2ltdWxhdGVk"]);
  await ask({ region: "us-east5" }, "gemini-sim-use-tools", { tools, turns });
  expect(signaturesSent()).toEqual(["skip_thought_signature_validator"]);
});

test("a Gemini gets calls of others with what stands for a signature, by the SDK's own road", async () => {
  const call = { toolCallId: "another's", toolName: "find" };
  const turns: ChatRequest["turns"] = [
    textTurn({ role: "user", text: "Where?" }),
    { role: "assistant", parts: [{ type: "tool-call", ...call, inputText: '{"place":1}' }] },
    { role: "user", parts: [{ type: "tool-result", ...call, output: "Here.", isError: false }] },
  ];
  const tools = [{ name: "find", description: "Finds.", inputSchema: { type: "object", properties: {} } }];
  const asked = { turns, tools, reasoningEffort: "low" as const };
  expect((await ask({}, "gemini-sim-use-tools", asked)).at(-1)).toEqual({ type: "finish", reason: "stop" });
  expect(simulator.requests.at(-1)?.body).toMatchObject({
    contents: [
      { role: "user" },
      {
        role: "model",
        parts: [
          {
            functionCall: { id: "another's", name: "find", args: { place: 1 } },
            thoughtSignature: "skip_thought_signature_validator",
          },
        ],
      },
      { role: "user", parts: [{ functionResponse: { id: "another's", name: "find", response: { output: "Here." } } }] },
    ],
    tools: [{ functionDeclarations: [{ name: "find", parametersJsonSchema: { type: "object" } }] }],
    generationConfig: { thinkingConfig: { includeThoughts: true, thinkingLevel: "LOW" } },
  });
});
