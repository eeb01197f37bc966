import { expect, test } from "vitest";
import type { ChatPart, ChatRequest } from "#inference/chat-model.ts";
import { createChatRequest } from "#inference/create-chat-request.ts";
import { textTurn } from "#inference/text-turn.ts";
import type { FindSignature } from "./write-contents.ts";
import { writeRequest, type GeminiRequest } from "./write-request.ts";

const QUESTION = textTurn({ role: "user", text: "Why?" });
const write = (
  fields: Partial<ChatRequest>,
  modelName = "gemini-3.8-flash",
  findSignature: FindSignature = () => null,
): GeminiRequest => writeRequest(modelName, createChatRequest({ turns: [QUESTION], ...fields }), findSignature);

test("says the system text, the turns and the limit, and asks the SDK to do nothing by itself", () => {
  const turns = [QUESTION, textTurn({ role: "assistant", text: "So." }), textTurn({ role: "user", text: "Really?" })];
  expect(write({ system: "Be brief.", turns, outputTokensMax: 100 }, "gemini-2.0-flash")).toEqual({
    model: "gemini-2.0-flash",
    contents: [
      { role: "user", parts: [{ text: "Why?" }] },
      { role: "model", parts: [{ text: "So." }] },
      { role: "user", parts: [{ text: "Really?" }] },
    ],
    config: {
      systemInstruction: { parts: [{ text: "Be brief." }] },
      maxOutputTokens: 100,
      automaticFunctionCalling: { disable: true },
      automaticContinuation: false,
    },
  });
});

test("says images, calls of tools in parallel and their results", () => {
  const call: ChatPart = { type: "tool-call", toolCallId: "a", toolName: "add", inputText: '{"x":1}' };
  const answer = { type: "tool-result" as const, toolName: "add", output: "2", isError: false };
  const turns = [
    { role: "user" as const, parts: [{ type: "image" as const, mediaType: "image/png" as const, base64: "AA==" }] },
    { role: "assistant" as const, parts: [call, { ...call, toolCallId: "b", inputText: "no JSON" }] },
    {
      role: "user" as const,
      parts: [
        { ...answer, toolCallId: "a" },
        { ...answer, toolCallId: "b", output: "What?", isError: true },
      ],
    },
  ];
  expect(write({ turns }, "gemini-2.5-pro").contents).toEqual([
    { role: "user", parts: [{ inlineData: { mimeType: "image/png", data: "AA==" } }] },
    {
      role: "model",
      parts: [
        { functionCall: { id: "a", name: "add", args: { x: 1 } } },
        { functionCall: { id: "b", name: "add", args: {} } },
      ],
    },
    {
      role: "user",
      parts: [
        { functionResponse: { id: "a", name: "add", response: { output: "2" } } },
        { functionResponse: { id: "b", name: "add", response: { error: "What?" } } },
      ],
    },
  ]);
});

test.each([
  ["gemini-3.8-flash", true],
  ["gemini-10-pro", true],
  ["gemini-flash-latest", true],
  ["gemini-2.5-flash", false],
  ["gemma-4-27b-it", false],
])("what stands for a signature that nobody kept goes with a call to %s: %s", (modelName, isSigned) => {
  const call: ChatPart = { type: "tool-call", toolCallId: "a", toolName: "add", inputText: "{}" };
  const result: ChatPart = { type: "tool-result", toolCallId: "a", toolName: "add", output: "2", isError: false };
  const turns = [QUESTION, { role: "assistant" as const, parts: [call] }, { role: "user" as const, parts: [result] }];
  const [, turn] = write({ turns }, modelName).contents;
  expect(turn?.parts.some((part) => "thoughtSignature" in part)).toBe(isSigned);
});

test("a signature that came with the first of parallel calls goes back with it, and nothing stands for the others'", () => {
  const call = { type: "tool-call" as const, toolName: "add", inputText: "{}" };
  const result = { type: "tool-result" as const, toolName: "add", output: "2", isError: false };
  const turns = [
    QUESTION,
    {
      role: "assistant" as const,
      parts: [
        { ...call, toolCallId: "a" },
        { ...call, toolCallId: "b" },
      ],
    },
    {
      role: "user" as const,
      parts: [
        { ...result, toolCallId: "a" },
        { ...result, toolCallId: "b" },
      ],
    },
  ];
  const signed = write({ turns }, "gemini-3.8-flash", (id) => (id === "a" ? "c2ln" : null)).contents[1]?.parts;
  expect(signed).toEqual([
    { functionCall: { id: "a", name: "add", args: {} }, thoughtSignature: "c2ln" },
    { functionCall: { id: "b", name: "add", args: {} } },
  ]);
});

test("offers tools by their JSON Schema, and asks for JSON by its schema", () => {
  const schema = { type: "object", properties: { city: { type: "string" } } };
  const { config } = write({
    tools: [{ name: "look", description: "Looks.", inputSchema: schema }],
    answerFormat: { name: "place", schema },
  });
  expect(config).toMatchObject({
    tools: [{ functionDeclarations: [{ name: "look", description: "Looks.", parametersJsonSchema: schema }] }],
    responseMimeType: "application/json",
    responseJsonSchema: schema,
  });
});

test.each([
  ["gemini-3.8-flash", null, { includeThoughts: true }],
  ["gemini-3.8-flash", "low", { includeThoughts: true, thinkingLevel: "LOW" }],
  ["gemini-3.8-flash", "medium", { includeThoughts: true, thinkingLevel: "MEDIUM" }],
  ["gemini-3-pro-preview", "medium", { includeThoughts: true, thinkingLevel: "HIGH" }],
  ["gemini-flash-latest", "high", { includeThoughts: true, thinkingLevel: "HIGH" }],
  ["gemini-2.5-flash", "low", { includeThoughts: true, thinkingBudget: 1_024 }],
  ["gemini-2.0-flash", "high", undefined],
  ["gemma-4-27b-it", "high", undefined],
] as const)("%s told to think %s is told %j", (modelName, reasoningEffort, thinkingConfig) => {
  expect(write({ reasoningEffort }, modelName).config.thinkingConfig).toEqual(thinkingConfig);
});

test.each(["../files", "a/b", "a:b", "a?b", "", "a..b", "x".repeat(201)])("%j is the name of no model", (modelName) => {
  expect(() => write({}, modelName)).toThrow(expect.objectContaining({ code: "model-unavailable" }));
});
