import * as fc from "fast-check";
import { expect, test } from "vitest";
import { usageSchema } from "#contracts/stream-part.ts";
import { mapUsage } from "./map-usage.ts";

test("cached and reasoning tokens leave the numbers that OpenAI counts them in", () => {
  expect(
    mapUsage({
      prompt_tokens: 100,
      completion_tokens: 50,
      total_tokens: 150,
      prompt_tokens_details: { cached_tokens: 60, cache_write_tokens: 30 },
      completion_tokens_details: { reasoning_tokens: 20 },
    }),
  ).toEqual({
    inputTokens: 10,
    cachedInputTokens: 60,
    cacheWriteTokens: 30,
    outputTokens: 30,
    reasoningTokens: 20,
    audioInputTokens: 0,
    audioOutputTokens: 0,
  });
});

test("reasoning that a server counts beside the completion stays beside it", () => {
  const usage = mapUsage({
    prompt_tokens: 10,
    completion_tokens: 5,
    total_tokens: 35,
    completion_tokens_details: { reasoning_tokens: 20 },
  });
  expect(usage).toMatchObject({ outputTokens: 5, reasoningTokens: 20 });
});

test("a server without details is counted too", () => {
  expect(mapUsage({ prompt_tokens: 3, completion_tokens: 4 })).toMatchObject({ inputTokens: 3, outputTokens: 4 });
});

test("whatever a provider claims, no bucket is negative and the prompt is counted once", () => {
  const count = fc.nat(1_000_000);
  fc.assert(
    fc.property(count, count, fc.tuple(count, count, count), (prompt, completion, [cached, written, reasoning]) => {
      const usage = mapUsage({
        prompt_tokens: prompt,
        completion_tokens: completion,
        total_tokens: prompt + completion,
        prompt_tokens_details: { cached_tokens: cached, cache_write_tokens: written },
        completion_tokens_details: { reasoning_tokens: reasoning },
      });
      expect(usageSchema.safeParse(usage).success).toBe(true);
      expect(usage.inputTokens + usage.cachedInputTokens + usage.cacheWriteTokens).toBe(prompt);
    }),
  );
});
