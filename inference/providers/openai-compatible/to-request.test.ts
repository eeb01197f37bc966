import { expect, test } from "vitest";
import type { ChatRequest } from "#inference/chat-model.ts";
import { createChatRequest } from "#inference/create-chat-request.ts";
import { textTurn } from "#inference/text-turn.ts";
import { toRequest } from "./to-request.ts";

const QUESTION = textTurn({ role: "user", text: "Why?" });
const LOOK = { name: "look", description: "Looks.", inputSchema: { type: "object", properties: {} } };
const PLACE = {
  name: "place",
  schema: { type: "object", properties: { city: { type: "string" } }, required: ["city"], additionalProperties: false },
};

const request = (fields: Partial<ChatRequest>, modelName = "my-model") =>
  toRequest(modelName, createChatRequest({ turns: [QUESTION], ...fields }));

test("a question alone is asked for as a stream with its usage, and nothing else", () => {
  expect(request({})).toEqual({
    model: "my-model",
    messages: [{ role: "user", content: "Why?" }],
    stream: true,
    stream_options: { include_usage: true },
  });
});

test("a limit goes along", () => {
  expect(request({ outputTokensMax: 100 })).toMatchObject({ max_tokens: 100 });
});

test("tools go along with what they take", () => {
  expect(request({ tools: [LOOK] }).tools).toEqual([
    {
      type: "function",
      function: { name: "look", description: "Looks.", parameters: { type: "object", properties: {} } },
    },
  ]);
});

test("a form for the answer goes along, strict where it can be", () => {
  expect(request({ answerFormat: PLACE }).response_format).toEqual({
    type: "json_schema",
    json_schema: { name: "place", schema: PLACE.schema, strict: true },
  });
  const open = { ...PLACE, schema: { ...PLACE.schema, required: [] } };
  expect(request({ answerFormat: open }).response_format).toMatchObject({ json_schema: { strict: false } });
});

test("how much to think goes along where it is asked for", () => {
  expect(request({ reasoningEffort: "high" })).toMatchObject({ reasoning_effort: "high" });
});
