import { expect, test } from "vitest";
import { refuseAddress } from "#inference/wire/refuse-address.ts";
import { providerSentence, type FailedCheck } from "./provider-sentence.ts";

const OPENAI: FailedCheck = {
  code: "provider-key-invalid",
  message: "Incorrect API key provided",
  status: 401,
  provider: "openai",
  baseUrl: null,
  hasApiKey: true,
};
const OWN: FailedCheck = {
  ...OPENAI,
  code: "provider-unreachable",
  message: "connect ECONNREFUSED 127.0.0.1:11434",
  status: null,
  provider: "openai-compatible",
  baseUrl: "http://127.0.0.1:11434/v1",
};

const FAILURES: Record<string, FailedCheck> = {
  "wrong key": OPENAI,
  "no permission": { ...OPENAI, code: "provider-permission-denied", status: 403 },
  "no network": { ...OPENAI, code: "provider-unreachable", status: null, message: "getaddrinfo EAI_AGAIN" },
  "nothing listens": OWN,
  "no such name": { ...OWN, message: "getaddrinfo ENOTFOUND nowhere.example" },
  "a closed network": { ...OWN, message: refuseAddress("127.0.0.1", ["127.0.0.1"]).message },
  "nobody's address": { ...OWN, message: refuseAddress("169.254.169.254", ["169.254.169.254"]).message },
  "no model server": { ...OWN, status: 404 },
  "bad certificate": { ...OWN, message: "self-signed certificate (DEPTH_ZERO_SELF_SIGNED_CERT)" },
  "key is missing": { ...OWN, code: "provider-key-invalid", status: 401, hasApiKey: false },
  pause: { ...OPENAI, code: "provider-rate-limited", status: 429 },
  fault: { ...OPENAI, code: "provider-unavailable", status: 500 },
  "not understood": { ...OWN, code: "provider-request-rejected", status: 400 },
};

test("every failure has a sentence of its own", () => {
  const sentences = Object.values(FAILURES).map(providerSentence);
  expect(new Set(sentences).size).toBe(sentences.length);
});

test.each(Object.entries(FAILURES))("%s: names who failed, and says what to do", (_name, failed) => {
  const sentence = providerSentence(failed);
  expect(sentence).toMatch(failed.baseUrl ? /127\.0\.0\.1:11434/ : /OpenAI/);
  expect(sentence).toMatch(/Check|Copy|Enter|Try again|Wait/);
});

test("a server of one's own is called by its address even where it speaks a known provider's language", () => {
  expect(providerSentence({ ...OPENAI, baseUrl: "https://proxy.example.org" })).toContain("https://proxy.example.org");
});

test("Anthropic's key page is named for Anthropic's keys", () => {
  expect(providerSentence({ ...OPENAI, provider: "anthropic" })).toMatch(/^Anthropic rejects .*claude\.com/);
});
