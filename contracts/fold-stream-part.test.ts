import * as fc from "fast-check";
import { expect, test } from "vitest";
import { contentHash } from "#server/domains/generations/content-hash.ts";
import { mergeParts } from "#server/domains/generations/merge-parts.ts";
import { foldStreamPart } from "./fold-stream-part.ts";
import { messagePartSchema, type MessagePart } from "./message.ts";
import { streamPartSchema, usageSchema, type StreamPart } from "./stream-part.ts";

const fold = (parts: readonly StreamPart[], from: readonly MessagePart[] = []): readonly MessagePart[] =>
  parts.reduce(foldStreamPart, from);

const toolCallId = fc.constantFrom("1", "2", "3");
const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 });
const part: fc.Arbitrary<StreamPart> = fc.oneof(
  fc.record({ type: fc.constantFrom("text-delta", "reasoning-delta", "refusal-delta"), text: words }),
  fc.record({ type: fc.constant("tool-call-start"), toolCallId, toolName: words }),
  fc.record({ type: fc.constant("tool-call-delta"), toolCallId, inputText: words }),
  fc.record({ type: fc.constant("tool-call-end"), toolCallId }),
  fc.record({ type: fc.constant("tool-result"), toolCallId, output: words, isError: fc.boolean() }),
  fc.record({
    type: fc.constant("notice"),
    notice: fc.record({ code: fc.constant("context-trimmed"), messagesLeftOut: fc.nat(400) }),
  }),
  fc.constantFrom<StreamPart>(
    { type: "response-start", modelName: "m", requestId: null },
    { type: "finish", reason: "stop" },
  ),
);
/** Each tool call starts once, as inference promises. */
const parts = fc.array(part, { maxLength: 30 }).map((all) => {
  const started = new Set<string>();
  return all.filter((one) => {
    if (one.type !== "tool-call-start") return true;
    return !started.has(one.toolCallId) && started.add(one.toolCallId);
  });
});

/** The same content in other pieces: every delta cut into its characters where `cuts` says so. */
function cutDeltas(all: readonly StreamPart[], cuts: Iterator<boolean>): StreamPart[] {
  return all.flatMap((one): StreamPart[] => {
    if (!one.type.endsWith("-delta") || !cuts.next().value) return [one];
    const pieces = (text: string): string[] => Array.from(text);
    if (one.type === "tool-call-delta") return pieces(one.inputText).map((inputText) => ({ ...one, inputText }));
    return "text" in one ? pieces(one.text).map((text) => ({ ...one, text })) : [one];
  });
}

/** As PostgreSQL's jsonb gives an object back: its keys in an order of its own. */
function throughJsonb(value: MessagePart): unknown {
  const entries = Object.entries(value).toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return JSON.parse(JSON.stringify(Object.fromEntries(entries)));
}

test("however the words are cut into parts, the content is the same", () => {
  fc.assert(
    fc.property(parts, fc.infiniteStream(fc.boolean()), (all, cuts) => {
      expect(fold(cutDeltas(all, cuts))).toEqual(fold(all));
    }),
  );
});

test("merged parts hold the same content in no more parts, and merging again changes nothing", () => {
  fc.assert(
    fc.property(parts, (all) => {
      const merged = mergeParts(all);
      expect(fold(merged)).toEqual(fold(all));
      expect(merged.length).toBeLessThanOrEqual(all.length);
      expect(mergeParts(merged)).toEqual(merged);
    }),
  );
});

test("wherever a reader comes in, what it has and what follows is the whole", () => {
  fc.assert(
    fc.property(parts, fc.nat(), (all, place) => {
      const at = place % (all.length + 1);
      expect(fold(mergeParts(all.slice(at)), fold(mergeParts(all.slice(0, at))))).toEqual(fold(all));
    }),
  );
});

test("the content's hash is the same behind a socket or a database, and another for other content", () => {
  fc.assert(
    fc.property(parts, words, (all, more) => {
      const content = fold(all);
      const travelled = all.map((one) => streamPartSchema.parse(JSON.parse(JSON.stringify(one))));
      const stored = content.map((one) => messagePartSchema.parse(throughJsonb(one)));
      expect(contentHash(fold(travelled))).toBe(contentHash(content));
      expect(contentHash(stored)).toBe(contentHash(content));
      expect(contentHash(fold([{ type: "text-delta", text: more }], content))).not.toBe(contentHash(content));
    }),
  );
});

test("folding changes nothing that somebody already holds, and a part without content returns the same", () => {
  fc.assert(
    fc.property(parts, part, (all, one) => {
      const content = fold(all);
      const copy = structuredClone(content);
      const folded = foldStreamPart(content, one);
      expect(content).toEqual(copy);
      if (one.type === "finish" || one.type === "tool-call-end") expect(folded).toBe(content);
    }),
  );
});

test("a tool's result has the name that its call gave, and stands where it came", () => {
  const content = fold([
    { type: "tool-call-start", toolCallId: "1", toolName: "look" },
    { type: "tool-call-end", toolCallId: "1" },
    { type: "tool-result", toolCallId: "1", output: "seen", isError: false },
    { type: "text-delta", text: "There." },
    { type: "tool-result", toolCallId: "2", output: "lost", isError: true },
  ]);
  expect(content.slice(1)).toEqual([
    { type: "tool-result", toolCallId: "1", toolName: "look", output: "seen", isError: false },
    { type: "text", text: "There." },
    { type: "tool-result", toolCallId: "2", toolName: "", output: "lost", isError: true },
  ]);
});

test("a notice is a part of its own", () => {
  expect(fold([{ type: "notice", notice: { code: "context-trimmed", messagesLeftOut: 7 } }])).toEqual([
    { type: "notice", code: "context-trimmed", messagesLeftOut: 7 },
  ]);
});

test("an answer that was stored before there was sound is read as one without any", () => {
  const stored = { inputTokens: 1, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 2, reasoningTokens: 0 };
  expect(usageSchema.parse(stored)).toEqual({ ...stored, audioInputTokens: 0, audioOutputTokens: 0 });
});
