import { expect, test } from "vitest";
import type { ChatPart, ChatRequest } from "#inference/chat-model.ts";
import { CONTINUE_INSTRUCTION } from "#inference/continue/continue-instruction.ts";
import { createChatRequest } from "#inference/create-chat-request.ts";
import { textTurn } from "#inference/text-turn.ts";
import { toBody } from "./to-body.ts";

const QUESTION = textTurn({ role: "user", text: "Why?" });
const CACHED = { cache_control: { type: "ephemeral" } };
const LOOK = { name: "look", description: "Looks.", inputSchema: { type: "object", properties: {} } };
const call: ChatPart = { type: "tool-call", toolCallId: "a", toolName: "look", inputText: '{"at": "it"}' };
const result: ChatPart = { type: "tool-result", toolCallId: "a", toolName: "look", output: "gone", isError: true };
const LOOKED = [QUESTION, { role: "assistant" as const, parts: [call] }, { role: "user" as const, parts: [result] }];

const body = (fields: Partial<ChatRequest>, modelName = "claude-haiku-4-5") =>
  toBody(modelName, createChatRequest({ turns: [QUESTION], ...fields }));

test("a question alone is asked with a limit, which Anthropic demands, and marked for the cache", () => {
  expect(body({})).toEqual({
    model: "claude-haiku-4-5",
    max_tokens: expect.any(Number),
    stream: true,
    messages: [{ role: "user", content: [{ type: "text", text: "Why?", ...CACHED }] }],
  });
});

test("the system's words and the last turn are marked for the cache, those between are not", () => {
  const turns = [QUESTION, textTurn({ role: "assistant", text: "Because." }), textTurn({ role: "user", text: "So?" })];
  expect(body({ system: "Be brief.", turns })).toMatchObject({
    system: [{ type: "text", text: "Be brief.", ...CACHED }],
    messages: [
      { role: "user", content: "Why?" },
      { role: "assistant", content: "Because." },
      { role: "user", content: [{ type: "text", text: "So?", ...CACHED }] },
    ],
  });
});

test("what asks for the rest of a broken answer is not kept in the cache: it is said once", () => {
  expect(body({ continues: [{ type: "text", text: "Beca" }] }).messages).toEqual([
    { role: "user", content: [{ type: "text", text: "Why?", ...CACHED }] },
    { role: "assistant", content: "Beca" },
    { role: "user", content: CONTINUE_INSTRUCTION },
  ]);
});

test("an image goes along as it is", () => {
  const image: ChatPart = { type: "image", mediaType: "image/gif", base64: "R0lGODlh" };
  expect(body({ turns: [{ role: "user", parts: [image, ...QUESTION.parts] }] }).messages).toEqual([
    {
      role: "user",
      content: [
        { type: "image", source: { type: "base64", media_type: "image/gif", data: "R0lGODlh" } },
        { type: "text", text: "Why?", ...CACHED },
      ],
    },
  ]);
});

test("a call and its result, a failed one too, are told", () => {
  const { messages, tools } = body({ tools: [LOOK], turns: LOOKED });
  expect(tools).toEqual([{ name: "look", description: "Looks.", input_schema: { type: "object", properties: {} } }]);
  expect(messages.slice(1)).toEqual([
    { role: "assistant", content: [{ type: "tool_use", id: "a", name: "look", input: { at: "it" } }] },
    { role: "user", content: [{ type: "tool_result", tool_use_id: "a", content: "gone", is_error: true, ...CACHED }] },
  ]);
});

test("a tool that is shown and gone is named, and none may be called", () => {
  expect(body({ turns: LOOKED })).toMatchObject({ tools: [{ name: "look" }], tool_choice: { type: "none" } });
  expect(body({ turns: LOOKED, tools: [{ ...LOOK, name: "hear" }] })).not.toHaveProperty("tool_choice");
});

test("a form for the answer goes along with its objects closed", () => {
  const schema = { type: "object", properties: { city: { type: "string" } } };
  expect(body({ answerFormat: { name: "place", schema } })).toMatchObject({
    output_config: { format: { type: "json_schema", schema: { ...schema, additionalProperties: false } } },
  });
});

test("models that think by default show their thoughts, and are told how much to think where it is asked", () => {
  const adaptive = { type: "adaptive", display: "summarized" };
  expect(body({}, "claude-sonnet-5-5")).toMatchObject({ thinking: adaptive });
  expect(body({}, "claude-sonnet-5-5")).not.toHaveProperty("output_config");
  expect(body({ reasoningEffort: "low" }, "claude-opus-5")).toMatchObject({
    thinking: adaptive,
    output_config: { effort: "low" },
  });
});

test.each(["claude-opus-4-6", "claude-sonnet-4-6", "claude-opus-4-8"])("%s thinks when it is asked to", (modelName) => {
  expect(body({}, modelName)).not.toHaveProperty("thinking");
  expect(body({ reasoningEffort: "high" }, modelName)).toMatchObject({
    thinking: { type: "adaptive" },
    output_config: { effort: "high" },
  });
});

test.each(["claude-haiku-4-5-20251001", "claude-sonnet-4-5", "claude-opus-4-1"])(
  "%s thinks within a number of tokens, less than all that it may write",
  (modelName) => {
    expect(body({ reasoningEffort: "medium", outputTokensMax: 32_000 }, modelName)).toMatchObject({
      thinking: { type: "enabled", budget_tokens: 8_192 },
    });
    expect(body({ reasoningEffort: "high", outputTokensMax: 4_000 }, modelName)).toMatchObject({
      max_tokens: 4_000,
      thinking: { budget_tokens: 2_000 },
    });
    expect(body({ reasoningEffort: "high", outputTokensMax: 2_000 }, modelName)).not.toHaveProperty("thinking");
    // It would demand the thoughts that stood before the call.
    expect(body({ reasoningEffort: "high", turns: LOOKED, tools: [LOOK] }, modelName)).not.toHaveProperty("thinking");
  },
);

test("a model that cannot think is not told to", () => {
  expect(body({ reasoningEffort: "high" }, "claude-3-5-haiku")).not.toHaveProperty("thinking");
});
