import { expect, test } from "vitest";
import { findTokenizer } from "./find-tokenizer.ts";
import type { Tokenizer } from "#contracts/catalogue-document.ts";

test.each<[modelName: string, tokenizer: Tokenizer]>([
  ["gpt-5.6-luna", "o200k"],
  ["gpt-4o-mini", "o200k"],
  ["gpt-4.1", "o200k"],
  ["gpt-4.5-preview", "o200k"],
  ["o3", "o200k"],
  ["o4-mini", "o200k"],
  ["openai/gpt-oss-120b", "o200k"],
  ["chatgpt-4o-latest", "o200k"],
  ["gpt-4", "cl100k"],
  ["gpt-4-turbo-2024-04-09", "cl100k"],
  ["gpt-3.5-turbo", "cl100k"],
  ["gpt-35-turbo", "cl100k"],
  ["claude-opus-5-5", "claude"],
  ["claude-opus-4-8", "claude"],
  ["claude-opus-4-7@20260416", "claude"],
  ["claude-sonnet-5", "claude"],
  ["claude-haiku-5-5", "claude"],
  ["anthropic/claude-fable-5.1", "claude"],
  ["claude-sonnet-4-6", "claude"],
  ["claude-haiku-4-5-20251001", "claude"],
  ["claude-opus-4-20250514", "claude"],
  ["claude-opus-4-0", "claude"],
  ["anthropic/claude-sonnet-4.5", "claude"],
  ["claude-3-7-sonnet-latest", "claude"],
  ["gemini-3-pro", "gemini"],
  ["gemma-3-27b-it", "gemini"],
  ["Qwen/Qwen3-32B", "other"],
  ["llama3.3:70b", "other"],
  ["mistral-large", "other"],
])("%s is counted as %s", (modelName, tokenizer) => {
  expect(findTokenizer(modelName)).toBe(tokenizer);
});
