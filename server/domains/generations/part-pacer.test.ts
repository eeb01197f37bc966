import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import { FLUSH_EVERY_MS, PartPacer } from "./part-pacer.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const text = (value: string): StreamPart => ({ type: "text-delta", text: value });

function record(): { pacer: PartPacer; delivered: (readonly StreamPart[])[] } {
  const delivered: (readonly StreamPart[])[] = [];
  return { pacer: new PartPacer((parts) => delivered.push(parts)), delivered };
}

const fold = (parts: readonly StreamPart[]): readonly MessagePart[] =>
  parts.reduce<readonly MessagePart[]>(foldStreamPart, []);

test("the first part leaves at once, what follows within the pause leaves together after it", () => {
  const { pacer, delivered } = record();
  pacer.push(text("a"));
  expect(delivered).toEqual([[text("a")]]);
  pacer.push(text("b"));
  pacer.push(text("c"));
  expect(delivered).toHaveLength(1);
  vi.advanceTimersByTime(FLUSH_EVERY_MS);
  expect(delivered).toEqual([[text("a")], [text("bc")]]);
});

test("after a pause of the model the next part leaves at once again", () => {
  const { pacer, delivered } = record();
  pacer.push(text("a"));
  vi.advanceTimersByTime(FLUSH_EVERY_MS * 4);
  pacer.push(text("b"));
  expect(delivered).toHaveLength(2);
});

test("flushing hands on what waits, and nothing where nothing does", () => {
  const { pacer, delivered } = record();
  pacer.push(text("a"));
  pacer.flush();
  pacer.push(text("b"));
  pacer.flush();
  vi.advanceTimersByTime(FLUSH_EVERY_MS * 2);
  expect(delivered).toEqual([[text("a")], [text("b")]]);
});

test("blocks of different kinds and calls are never joined", () => {
  const { pacer, delivered } = record();
  pacer.push(text("first"));
  const parts: StreamPart[] = [
    { type: "reasoning-delta", text: "a" },
    { type: "tool-call-start", toolCallId: "1", toolName: "x" },
    { type: "tool-call-delta", toolCallId: "1", inputText: "{" },
    { type: "tool-call-delta", toolCallId: "2", inputText: "[" },
    { type: "tool-call-end", toolCallId: "1" },
    text("b"),
  ];
  for (const part of parts) pacer.push(part);
  pacer.flush();
  expect(delivered[1]).toEqual(parts);
});

test("however parts are spread over time, what is delivered folds to the same content", () => {
  const part = fc.oneof(
    fc.record({
      type: fc.constantFrom("text-delta", "reasoning-delta", "refusal-delta"),
      text: fc.string({ minLength: 1 }),
    }),
    fc.record({ type: fc.constant("tool-call-start"), toolCallId: fc.constantFrom("1", "2"), toolName: fc.string() }),
    fc.record({ type: fc.constant("tool-call-delta"), toolCallId: fc.constantFrom("1", "2"), inputText: fc.string() }),
    fc.record({ type: fc.constant("tool-call-end"), toolCallId: fc.constantFrom("1", "2") }),
  );
  const timed = fc.array(fc.tuple(part, fc.integer({ min: 0, max: 40 })), { maxLength: 60 });
  fc.assert(
    fc.property(timed, (steps) => {
      const { pacer, delivered } = record();
      const pushed = steps.map(([step]) => step as StreamPart);
      for (const [index, [, pauseMs]] of steps.entries()) {
        pacer.push(pushed[index] as StreamPart);
        vi.advanceTimersByTime(pauseMs);
      }
      pacer.flush();
      expect(fold(delivered.flat())).toEqual(fold(pushed));
    }),
  );
});
