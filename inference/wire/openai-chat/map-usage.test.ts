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

test("sound leaves the numbers that OpenAI counts it in", () => {
  expect(
    mapUsage({
      prompt_tokens: 100,
      completion_tokens: 50,
      total_tokens: 150,
      prompt_tokens_details: { cached_tokens: 60, audio_tokens: 25 },
      completion_tokens_details: { reasoning_tokens: 10, audio_tokens: 30 },
    }),
  ).toEqual({
    inputTokens: 15,
    cachedInputTokens: 60,
    cacheWriteTokens: 0,
    outputTokens: 10,
    reasoningTokens: 10,
    audioInputTokens: 25,
    audioOutputTokens: 30,
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
    fc.property(count, count, fc.array(count, { minLength: 5, maxLength: 5 }), (prompt, completion, details) => {
      const [cached, written, reasoning, heard, spoken] = details;
      const usage = mapUsage({
        prompt_tokens: prompt,
        completion_tokens: completion,
        total_tokens: prompt + completion,
        prompt_tokens_details: { cached_tokens: cached, cache_write_tokens: written, audio_tokens: heard },
        completion_tokens_details: { reasoning_tokens: reasoning, audio_tokens: spoken },
      });
      expect(usageSchema.safeParse(usage).success).toBe(true);
      const { inputTokens, cachedInputTokens, cacheWriteTokens, audioInputTokens } = usage;
      expect(inputTokens + cachedInputTokens + cacheWriteTokens + audioInputTokens).toBe(prompt);
    }),
  );
});
