import { createServer, type IncomingMessage, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createChatRequest } from "#inference/create-chat-request.ts";
import { createConnection } from "#inference/create-connection.ts";
import { textTurn } from "#inference/text-turn.ts";
import { createChatModel } from "./chat-model.ts";
import { listModelNames } from "./list-model-names.ts";

let server: Server | null = null;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** The address of a server that remembers who asked, and answers with `body`. */
async function serve(asked: IncomingMessage[], body: object): Promise<string> {
  server = createServer((request, response) => {
    asked.push(request);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  const started = server;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const address = started.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

const REQUEST = createChatRequest({ turns: [textTurn({ role: "user", text: "Hello" })] });
const ANSWER = { choices: [{ index: 0, message: { content: "Hi" }, finish_reason: "stop" }] };

test.each(["", "/", "/openai", "/openai/v1", "/openai/v1/", "/openai/deployments/x/chat/completions"])(
  "whatever of its address is pasted (%j), a deployment is asked at its own path with the key in a header of its own",
  async (path) => {
    const asked: IncomingMessage[] = [];
    const baseUrl = (await serve(asked, ANSWER)) + path;
    const connection = createConnection({ provider: "azure-openai", baseUrl, apiKey: "azure-key" });
    const parts = [];
    for await (const part of createChatModel(connection, "our gpt").stream(REQUEST, new AbortController().signal)) {
      parts.push(part);
    }
    expect(parts).toContainEqual({ type: "text-delta", text: "Hi" });
    expect(asked.map(({ url }) => url)).toEqual([
      "/openai/deployments/our%20gpt/chat/completions?api-version=2025-04-01-preview",
    ]);
    expect(asked[0]?.headers).toMatchObject({ "api-key": "azure-key" });
    expect(asked[0]?.headers.authorization).toBeUndefined();
  },
);

test("a model that takes tools in responses alone is asked there", async () => {
  const asked: IncomingMessage[] = [];
  const content = [{ type: "output_text", text: "Hi" }];
  const answer = { object: "response", status: "completed", output: [{ type: "message", content }] };
  const connection = createConnection({
    provider: "azure-openai",
    baseUrl: await serve(asked, answer),
    apiKey: "azure-key",
  });
  const tools = [{ name: "look", description: "Looks.", inputSchema: { type: "object" } }];
  const parts = [];
  const stream = createChatModel(connection, "gpt-6.1-sol").stream({ ...REQUEST, tools }, new AbortController().signal);
  for await (const part of stream) parts.push(part);
  expect(parts).toContainEqual({ type: "text-delta", text: "Hi" });
  expect(parts.at(-1)).toEqual({ type: "finish", reason: "stop" });
  expect(asked.map(({ url }) => url)).toEqual(["/openai/responses?api-version=2025-04-01-preview"]);
});

test("the models of a resource are its deployments that chat and are ready, and not all that there are", async () => {
  const asked: IncomingMessage[] = [];
  const data = [
    { id: "small", model: "gpt-5.6-luna", status: "succeeded" },
    { id: "large", model: "gpt-6.1-sol" },
    { id: "search", model: "text-embedding-3-large", status: "succeeded" },
    { id: "broken", model: "gpt-6.1-sol", status: "failed" },
  ];
  const connection = createConnection({
    provider: "azure-openai",
    baseUrl: await serve(asked, { object: "list", data }),
    apiKey: "azure-key",
  });
  expect(await listModelNames(connection, new AbortController().signal)).toEqual(["large", "small"]);
  expect(asked[0]?.url).toBe("/openai/deployments?api-version=2023-03-15-preview");
});

test.each([
  [{ baseUrl: null, apiKey: "azure-key" }, "provider-unreachable"],
  [{ baseUrl: "https://ours.openai.azure.com", apiKey: null }, "provider-key-invalid"],
])("a resource of which %j is known is not asked", async (known, code) => {
  const connection = createConnection({ provider: "azure-openai", ...known });
  const parts = [];
  for await (const part of createChatModel(connection, "gpt").stream(REQUEST, new AbortController().signal)) {
    parts.push(part);
  }
  expect(parts).toMatchObject([{ type: "error", error: { code, isRetryable: false } }]);
});
