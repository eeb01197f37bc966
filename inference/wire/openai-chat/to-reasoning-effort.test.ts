import { expect, test } from "vitest";
import type { ChatTool } from "#inference/chat-model.ts";
import { toReasoningEffort } from "./to-reasoning-effort.ts";

const LOOK: ChatTool = { name: "look", description: "Looks.", inputSchema: { type: "object" } };

test.each(["o3", "o4-mini", "gpt-5", "gpt-5.2", "gpt-5.6-sol", "gpt-6.1-terra", "my-deployment"])(
  "%s is told how much to think",
  (modelName) => {
    expect(toReasoningEffort(modelName, { reasoningEffort: "low", tools: [] })).toEqual({ reasoning_effort: "low" });
    expect(toReasoningEffort(modelName, { reasoningEffort: null, tools: [] })).toEqual({});
  },
);

test.each(["gpt-4o", "gpt-4.1-mini", "chatgpt-4o-latest", "gpt-3.5-turbo"])("%s thinks about nothing", (modelName) => {
  expect(toReasoningEffort(modelName, { reasoningEffort: "high", tools: [] })).toEqual({});
});

test.each([
  ["gpt-5", { reasoning_effort: "high" }],
  ["o3", { reasoning_effort: "high" }],
  ["gpt-5.2", {}],
  ["gpt-5.4", { reasoning_effort: "none" }],
  ["gpt-5.6-luna", { reasoning_effort: "none" }],
  ["gpt-6.1-sol", { reasoning_effort: "none" }],
])("with tools %s is told %j", (modelName, told) => {
  expect(toReasoningEffort(modelName, { reasoningEffort: "high", tools: [LOOK] })).toEqual(told);
});

test("a model that thinks by default must not with tools, asked or not", () => {
  expect(toReasoningEffort("gpt-5.6", { reasoningEffort: null, tools: [LOOK] })).toEqual({ reasoning_effort: "none" });
});
