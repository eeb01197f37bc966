import { describe, expect, test } from "vitest";
import type { AnswerCall } from "#contracts/answer-call.ts";
import { createText } from "#app/_i18n/create-text.ts";
import { en } from "#app/_i18n/en.ts";
import { describeCall } from "./describe-call.ts";
import { describeReason } from "./describe-reason.ts";

const text = createText("en", en);
const USAGE = {
  inputTokens: 9,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 200,
  reasoningTokens: 50,
  audioInputTokens: 0,
  audioOutputTokens: 0,
};
const ENDED: AnswerCall = {
  id: "a",
  kind: "first",
  modelId: "ours",
  modelName: "ours-1",
  connectionLabel: "Ours",
  outcome: "ended",
  failure: null,
  requestId: null,
  usage: USAGE,
  outputCharacters: 900,
  hasGoneOn: false,
  firstPartMs: 420,
  tookMs: 2_500,
  reasons: [],
};

function said(call: Partial<AnswerCall>, isFirst = false): string {
  return describeCall({ ...ENDED, ...call }, isFirst, text).sentences.join(" ");
}

describe("a call in plain words", () => {
  test("a plain one says that it answered, how soon, how long and how much", () => {
    expect(describeCall(ENDED, true, text)).toEqual({
      sentences: ["It answered to the end."],
      facts: ["first word after 0.42 sec", "2.5 sec in all", "250 tokens"],
    });
  });

  test("one that broke off says so once, and counts what came in characters", () => {
    const failure = { code: "provider-stream-broken", message: null } as const;
    const { sentences, facts } = describeCall({ ...ENDED, outcome: "cut", usage: null, failure }, true, text);
    expect(sentences).toEqual(["It broke off in the middle."]);
    expect(facts).toContain("900 characters");
  });

  test("one that refused says why", () => {
    const failure = { code: "provider-rate-limited", message: null } as const;
    expect(said({ outcome: "failed", failure }, true)).toBe("It gave no answer. It asked for a pause.");
  });

  test("one that came after says what it was for", () => {
    expect(said({ kind: "failover", hasGoneOn: true })).toBe(
      "Took over where the text broke off. It answered to the end.",
    );
    expect(said({ kind: "failover" })).toMatch(/^Asked in its place/);
    expect(said({ kind: "hedge", outcome: "lost-hedge" })).toBe(
      "Asked as well, because the other was late. It was slower than another, and was given up.",
    );
    expect(said({ kind: "retry" })).toMatch(/^Asked once more\./);
    expect(said({})).toMatch(/^Asked to go on\./);
  });

  test("one of which nothing came tells no times that there are not", () => {
    const { facts } = describeCall(
      { ...ENDED, firstPartMs: null, tookMs: null, usage: null, outputCharacters: 0 },
      true,
      text,
    );
    expect(facts).toEqual([]);
  });
});

test("a reason is said in words, and one of a newer server stands for itself", () => {
  expect(describeReason({ reason: "resting" }, text)).toBe("asked for a pause");
  expect(describeReason({ reason: "of-tomorrow" }, text)).toBe("of-tomorrow");
});
