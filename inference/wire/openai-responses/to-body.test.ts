import { expect, test } from "vitest";
import { createChatRequest } from "#inference/create-chat-request.ts";
import { textTurn } from "#inference/text-turn.ts";
import { toBody } from "./to-body.ts";

const turns = [textTurn({ role: "user", text: "Why?" })];
const LOOK = {
  name: "look",
  description: "Looks.",
  inputSchema: { type: "object", properties: { at: { type: "string" } } },
};
const strict = { type: "object", properties: {}, required: [], additionalProperties: false };

test("a question alone is asked for as a stream that is not stored, and nothing else", () => {
  expect(toBody("gpt-6-sol", createChatRequest({ turns }))).toEqual({
    model: "gpt-6-sol",
    input: [{ role: "user", content: "Why?" }],
    stream: true,
    store: false,
  });
});

test("all that may be asked goes along by the names that responses have for it", () => {
  const request = createChatRequest({
    turns,
    system: "Be brief.",
    outputTokensMax: 1_000,
    reasoningEffort: "high",
    tools: [LOOK, { ...LOOK, name: "stop", inputSchema: strict }],
    answerFormat: { name: "place", schema: strict },
  });
  expect(toBody("gpt-6-sol", request)).toMatchObject({
    instructions: "Be brief.",
    max_output_tokens: 1_000,
    reasoning: { effort: "high" },
    tools: [
      { type: "function", name: "look", description: "Looks.", parameters: LOOK.inputSchema, strict: false },
      { type: "function", name: "stop", strict: true },
    ],
    text: { format: { type: "json_schema", name: "place", schema: strict, strict: true } },
  });
});

test("a limit below the least that OpenAI takes is that least", () => {
  expect(toBody("gpt-6-sol", createChatRequest({ turns, outputTokensMax: 5 }))).toMatchObject({
    max_output_tokens: 16,
  });
});
