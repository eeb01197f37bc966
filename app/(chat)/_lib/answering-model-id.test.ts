import { expect, test } from "vitest";
import type { AnswerCall } from "#contracts/answer-call.ts";
import type { Model } from "#contracts/model.ts";
import { answeringModelId } from "./answering-model-id.ts";

const CALL: AnswerCall = {
  id: "a",
  kind: "first",
  modelId: "ours",
  modelName: "ours-1",
  connectionLabel: "Ours",
  outcome: "ended",
  failure: null,
  requestId: null,
  usage: null,
  outputCharacters: 5,
  hasGoneOn: false,
  firstPartMs: 1,
  tookMs: 2,
  reasons: [],
};
const OURS: Model = {
  id: "ours",
  otherIds: ["c/ours-1"],
  name: "ours-1",
  label: "Ours",
  connectionId: "c",
  connectionLabel: "Ours",
  standsFor: null,
  isDemo: false,
  contextTokens: null,
  outputTokensMax: null,
  canSeeImages: false,
  canReason: false,
  canCallTools: true,
  canStructure: true,
  isLocal: false,
  price: null,
};

test("behind an alias, or in place of another, it is the model of the last call that came to a word", () => {
  const fallback = { ...CALL, modelId: "other", firstPartMs: null, outcome: "failed" } as const;
  expect(answeringModelId([CALL, fallback], "fast", [OURS])).toBe("ours");
  expect(
    answeringModelId(
      [
        { ...CALL, outcome: "cut" },
        { ...CALL, modelId: "other" },
      ],
      "ours",
      [OURS],
    ),
  ).toBe("other");
});

test("a hedge that was too slow has answered nothing", () => {
  const slow = { ...CALL, modelId: "other", kind: "hedge", outcome: "lost-hedge" } as const;
  expect(answeringModelId([CALL, slow], "fast", [OURS])).toBe("ours");
});

test("nothing is said of the model that was chosen, under an older id of it too", () => {
  expect(answeringModelId([CALL], "ours", [OURS])).toBeNull();
  expect(answeringModelId([CALL], "c/ours-1", [OURS])).toBeNull();
  expect(answeringModelId([], "fast", [OURS])).toBeNull();
});
