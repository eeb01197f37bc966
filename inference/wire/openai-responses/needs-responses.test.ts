import { expect, test } from "vitest";
import { needsResponses } from "./needs-responses.ts";

const tools = [{ name: "look", description: "Looks.", inputSchema: { type: "object" } }];

test.each(["gpt-5.4", "gpt-5.6-luna", "gpt-6-astra", "gpt-6.1-sol"])(
  "%s takes tools in responses alone",
  (modelName) => {
    expect(needsResponses(modelName, { tools, reasoningEffort: null })).toBe(true);
    expect(needsResponses(modelName, { tools: [], reasoningEffort: "high" })).toBe(false);
  },
);

test.each(["gpt-4o", "gpt-5", "o3", "gpt-5-mini"])("%s takes them everywhere", (modelName) => {
  expect(needsResponses(modelName, { tools, reasoningEffort: "high" })).toBe(false);
});

test("between them it depends on whether the model is told how much to think", () => {
  expect(needsResponses("gpt-5.2", { tools, reasoningEffort: null })).toBe(false);
  expect(needsResponses("gpt-5.2", { tools, reasoningEffort: "low" })).toBe(true);
});
