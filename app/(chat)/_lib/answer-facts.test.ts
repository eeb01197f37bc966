import { describe, expect, test } from "vitest";
import type { Message } from "#contracts/message.ts";
import type { Model } from "#contracts/model.ts";
import { createText } from "#app/_i18n/create-text.ts";
import { en } from "#app/_i18n/en.ts";
import { answerFacts } from "./answer-facts.ts";
import { costOf } from "./cost-of.ts";
import { testAnswer } from "./conversation/testing-messages.ts";

const text = createText("en", en);
const USAGE = {
  inputTokens: 1000,
  cachedInputTokens: 500,
  cacheWriteTokens: 0,
  outputTokens: 200,
  reasoningTokens: 100,
  audioInputTokens: 0,
  audioOutputTokens: 0,
};
const PRICE = { inputPerMillion: 3, outputPerMillion: 15, cachedInputPerMillion: 0.3 };
const MODEL: Model = {
  id: "c/m",
  otherIds: [],
  name: "m",
  label: "Model M",
  connectionId: "c",
  connectionLabel: "Connection C",
  standsFor: null,
  isDemo: false,
  contextTokens: null,
  outputTokensMax: null,
  canSeeImages: false,
  canReason: true,
  canCallTools: false,
  canStructure: false,
  isLocal: false,
  price: PRICE,
};

function factsOf(changes: Partial<Message>, models: Model[] = [MODEL]): Record<string, string> {
  const facts = answerFacts(testAnswer(2, 1, { modelId: "c/m", status: "ended", ...changes }), models, text);
  return Object.fromEntries(facts.map(({ name, value }) => [name, value]));
}

describe("the details of an answer", () => {
  test("tell model, tokens and a cost in words where it is small", () => {
    expect(factsOf({ usage: USAGE, endedAt: "2026-01-01T00:00:02.500Z" })).toMatchObject({
      Model: "Model M",
      Connection: "Connection C",
      Took: "2.5 sec",
      Read: "1,500 tokens",
      Written: "200 tokens",
      Reasoning: "100 tokens",
      Cost: "under 1 cent",
    });
  });

  test("count what was heard and spoken with the rest", () => {
    expect(factsOf({ usage: { ...USAGE, audioInputTokens: 30, audioOutputTokens: 4 } })).toMatchObject({
      Read: "1,530 tokens",
      Written: "204 tokens",
    });
  });

  test("leave out what is not known", () => {
    const facts = factsOf({ usage: USAGE }, [{ ...MODEL, price: null }]);
    expect(facts).not.toHaveProperty("Cost");
    expect(facts).not.toHaveProperty("Took");
  });

  test("name a model that is gone by its id", () => {
    expect(factsOf({}, [])).toMatchObject({ Model: "m" });
  });
});

test("a cost counts every bucket once, at its own price", () => {
  expect(costOf(USAGE, PRICE)).toBeCloseTo((1000 * 3 + 500 * 0.3 + 300 * 15) / 1_000_000, 12);
  expect(costOf(USAGE, { ...PRICE, cachedInputPerMillion: null })).toBeCloseTo((1500 * 3 + 300 * 15) / 1_000_000, 12);
  expect(costOf(USAGE, null)).toBeNull();
  expect(costOf({ ...USAGE, audioInputTokens: 1 }, PRICE)).toBeNull();
});
