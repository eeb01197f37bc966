import { expect, test } from "vitest";
import { isChatModelName } from "./is-chat-model-name.ts";

test.each([
  "gpt-6.1-sol",
  "gpt-5-mini",
  "gpt-4o-2024-08-06",
  "o3",
  "o4-mini",
  "chatgpt-4o-latest",
  "gpt-3.5-turbo",
  "gpt-99",
])("%s is a model to chat with", (name) => {
  expect(isChatModelName(name)).toBe(true);
});

test.each([
  "text-embedding-3-small",
  "omni-moderation-latest",
  "whisper-1",
  "tts-1-hd",
  "gpt-4o-mini-tts",
  "dall-e-3",
  "gpt-image-2",
  "sora-2",
  "gpt-4o-audio-preview",
  "gpt-realtime",
  "gpt-4o-transcribe",
  "gpt-3.5-turbo-instruct",
  "babbage-002",
  "davinci-002",
  "gpt-5.1-codex",
  "o3-deep-research",
  "gpt-5-pro",
  "o1-pro-2025-03-19",
])("%s is not", (name) => {
  expect(isChatModelName(name)).toBe(false);
});
