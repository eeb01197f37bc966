import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createAnswer } from "#inference/wire/answer.ts";
import { chunkSchema } from "./chunk.ts";
import { fromEvent } from "./from-event.ts";
import { readTextChunk } from "./read-text-chunk.ts";

const TOKEN = { index: 0, delta: { content: " word" }, logprobs: null, finish_reason: null };

test("a chunk of text alone is read without the schema", () => {
  expect(readTextChunk({ id: "x", model: "m", choices: [TOKEN], usage: null })).toBe(" word");
  expect(readTextChunk({ choices: [{ delta: { role: "assistant", content: "" } }] })).toBe("");
});

const value = fc.constantFrom<unknown>(null, undefined, "", "x", 0, 7, -1, true, [], {}, ["x"], { message: "x" });
const change = (...names: string[]) => fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 2 });
const changed = fc
  .tuple(
    change("model", "usage", "error", "choices"),
    change("index", "message", "finish_reason", "delta"),
    change("content", "refusal", "reasoning", "reasoning_content", "tool_calls"),
  )
  .map(([ofChunk, ofChoice, ofDelta]) => ({
    choices: [{ ...TOKEN, delta: { ...TOKEN.delta, ...ofDelta }, ...ofChoice }],
    ...ofChunk,
  }));

test("whatever comes: what it reads the schema accepts, and takes for the same text and nothing else", () => {
  fc.assert(
    fc.property(changed, (json) => {
      const text = readTextChunk(json);
      if (text === null) return;
      const { choices, usage } = chunkSchema.parse(json);
      expect(choices?.[0]?.delta?.content).toBe(text);
      expect(usage ?? null).toBe(null);
    }),
    { numRuns: 1_000 },
  );
});

test("the first chunk still names the model that answers, and an error event is an error", () => {
  const data = JSON.stringify({ model: "m-1", choices: [TOKEN] });
  const parts = fromEvent(createAnswer("m"), { event: "", data });
  expect(parts.map(({ type }) => type)).toEqual(["response-start", "text-delta"]);
  expect(() => fromEvent({ ...createAnswer("m"), hasStarted: true }, { event: "error", data })).toThrow(/broke off/);
});
