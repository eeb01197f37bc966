import { expect, test } from "vitest";
import type { ChunkUsage } from "./chunk.ts";
import { mapUsage } from "./map-usage.ts";

const map = (usage: ChunkUsage) => mapUsage(usage, null);

test("the cache leaves the prompt that it is part of, thoughts stand beside the answer already", () => {
  const usage = {
    promptTokenCount: 100,
    cachedContentTokenCount: 60,
    candidatesTokenCount: 30,
    thoughtsTokenCount: 20,
    totalTokenCount: 150,
  };
  expect(map(usage)).toEqual({
    inputTokens: 40,
    cachedInputTokens: 60,
    cacheWriteTokens: 0,
    outputTokens: 30,
    reasoningTokens: 20,
    audioInputTokens: 0,
    audioOutputTokens: 0,
  });
});

test("a total that leaves no room for the thoughts says that they are among the answer", () => {
  const usage = { promptTokenCount: 10, candidatesTokenCount: 30, thoughtsTokenCount: 20, totalTokenCount: 40 };
  expect(map(usage)).toMatchObject({ outputTokens: 10, reasoningTokens: 20 });
});

test("what tools of Google's brought is read like the prompt, and counted beside it", () => {
  const usage = { promptTokenCount: 10, toolUsePromptTokenCount: 5, candidatesTokenCount: 3, totalTokenCount: 18 };
  expect(map(usage)).toMatchObject({ inputTokens: 15, outputTokens: 3 });
});

test("sound is counted apart, on both sides, and not twice where it came from the cache", () => {
  const usage = {
    promptTokenCount: 100,
    cachedContentTokenCount: 50,
    promptTokensDetails: [
      { modality: "TEXT", tokenCount: 20 },
      { modality: "AUDIO", tokenCount: 80 },
    ],
    cacheTokensDetails: [{ modality: "AUDIO", tokenCount: 50 }],
    candidatesTokenCount: 12,
    candidatesTokensDetails: [{ modality: "AUDIO", tokenCount: 9 }],
  };
  expect(map(usage)).toMatchObject({
    inputTokens: 20,
    cachedInputTokens: 50,
    audioInputTokens: 30,
    outputTokens: 3,
    audioOutputTokens: 9,
  });
});

test("counts that contradict each other never go below zero", () => {
  const usage = {
    promptTokenCount: 5,
    cachedContentTokenCount: 9,
    promptTokensDetails: [{ modality: "AUDIO", tokenCount: 7 }],
  };
  expect(map(usage)).toMatchObject({ inputTokens: 0, cachedInputTokens: 5, audioInputTokens: 0 });
});

test("a later report replaces what it names and keeps the rest", () => {
  const first = map({ promptTokenCount: 10, cachedContentTokenCount: 4 });
  expect(mapUsage({ candidatesTokenCount: 7 }, first)).toMatchObject({
    inputTokens: 6,
    cachedInputTokens: 4,
    outputTokens: 7,
  });
});
