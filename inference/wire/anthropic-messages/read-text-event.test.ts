import * as fc from "fast-check";
import { expect, test } from "vitest";
import { messageEventSchema } from "./event.ts";
import { readTextEvent } from "./read-text-event.ts";

test("an event of text alone is read without the schema", () => {
  const delta = { type: "text_delta", text: " word" };
  expect(readTextEvent({ type: "content_block_delta", index: 0, delta })).toBe(" word");
});

const value = fc.constantFrom<unknown>(undefined, null, "", "x", "text_delta", 0, 1, -1, 0.5, true, [], {}, ["x"]);
const change = (...names: string[]) => fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 2 });

test("whatever comes: what it reads the schema accepts, and takes for the same text", () => {
  const changes = fc.tuple(change("type", "index", "delta"), change("type", "text", "thinking", "partial_json"));
  fc.assert(
    fc.property(changes, ([ofEvent, ofDelta]) => {
      const delta = { type: "text_delta", text: " word", ...ofDelta };
      const event = { type: "content_block_delta", index: 0, delta, ...ofEvent };
      const text = readTextEvent(event);
      if (text !== null) expect(messageEventSchema.parse(event)).toMatchObject({ delta: { text } });
    }),
    { numRuns: 1_000 },
  );
});
