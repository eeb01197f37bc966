import { expect, test } from "vitest";
import { mapUsage } from "./map-usage.ts";

const first = mapUsage(
  { input_tokens: 10, cache_read_input_tokens: 60, cache_creation_input_tokens: 30, output_tokens: 1 },
  null,
);

test("Anthropic's prompt counts are disjoint already", () => {
  expect(first).toEqual({
    inputTokens: 10,
    cachedInputTokens: 60,
    cacheWriteTokens: 30,
    outputTokens: 1,
    reasoningTokens: 0,
    audioInputTokens: 0,
    audioOutputTokens: 0,
  });
});

test("a later report replaces what it names and keeps the rest; thinking leaves the output", () => {
  const later = { output_tokens: 50, output_tokens_details: { thinking_tokens: 20 } };
  expect(mapUsage(later, first)).toMatchObject({ inputTokens: 10, outputTokens: 30, reasoningTokens: 20 });
  expect(mapUsage({ output_tokens: 60 }, mapUsage(later, first))).toMatchObject({
    outputTokens: 40,
    reasoningTokens: 20,
  });
});

test("a report that is missing changes nothing", () => {
  expect(mapUsage(null, first)).toBe(first);
  expect(mapUsage(undefined, null)).toBeNull();
});
