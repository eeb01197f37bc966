import * as fc from "fast-check";
import { expect, test } from "vitest";
import { streamPartSchema, usageSchema } from "#contracts/stream-part.ts";
import { ProviderError } from "#inference/provider-error.ts";
import { createAnswer } from "#inference/wire/answer.ts";
import { fromEvent } from "./from-event.ts";

const junk = fc.constantFrom<unknown>(
  undefined,
  null,
  "",
  "STOP",
  0,
  1,
  -1,
  0.5,
  1e308,
  true,
  [],
  {},
  ["x"],
  "\ud800\0",
);
const loose = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 40, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.record(fields, { requiredKeys: [] }), fc.constantFrom(...Object.keys(fields)), junk)
        .map(([record, name, value]) => ({ ...record, [name]: value })),
    },
    { weight: 1, arbitrary: junk },
  );

const part = loose({
  text: fc.string(),
  thought: fc.boolean(),
  functionCall: loose({ id: fc.string(), name: fc.string(), args: fc.dictionary(fc.string(), fc.jsonValue()) }),
});
const candidate = loose({
  index: fc.constantFrom(0, 1),
  content: loose({ parts: fc.array(part, { maxLength: 3 }) }),
  finishReason: fc.constantFrom("STOP", "MAX_TOKENS", "SAFETY", "MALFORMED_FUNCTION_CALL", "NEW"),
  finishMessage: fc.string(),
});
const details = fc.array(loose({ modality: fc.constantFrom("TEXT", "AUDIO"), tokenCount: fc.nat() }), { maxLength: 2 });
const chunk = loose({
  responseId: fc.string(),
  modelVersion: fc.string(),
  candidates: fc.array(candidate, { maxLength: 2 }),
  promptFeedback: loose({ blockReason: fc.string() }),
  usageMetadata: loose({
    promptTokenCount: fc.nat(),
    cachedContentTokenCount: fc.nat(),
    candidatesTokenCount: fc.nat(),
    thoughtsTokenCount: fc.nat(),
    totalTokenCount: fc.nat(),
    promptTokensDetails: details,
    candidatesTokensDetails: details,
  }),
  error: fc.oneof(
    { weight: 20, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: loose({ code: fc.nat(), message: fc.string(), details: fc.array(junk) }) },
  ),
});

test("whatever chunks come, they are parts and counts as promised, or one error of the provider's", () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 4 }), (chunks) => {
      const answer = createAnswer("m");
      try {
        for (const one of chunks) {
          const parts = fromEvent(answer, { event: "", data: JSON.stringify(one) ?? "" });
          for (const streamPart of parts) expect(streamPartSchema.parse(streamPart)).toEqual(streamPart);
          read += parts.length;
        }
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(ProviderError);
      }
      if (answer.usage !== null) expect(usageSchema.parse(answer.usage)).toEqual(answer.usage);
      expect(answer.openToolCalls.size).toBe(0);
    }),
    { numRuns: 3_000 },
  );
  expect(read).toBeGreaterThan(1_000);
});

test("whatever bytes come, they are no other fault than the provider's", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (data) => {
      try {
        fromEvent(createAnswer("m"), { event: "", data });
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(ProviderError);
      }
    }),
    { numRuns: 2_000 },
  );
});
