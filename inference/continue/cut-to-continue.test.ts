import * as fc from "fast-check";
import { expect, test } from "vitest";
import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import { cutToContinue } from "./cut-to-continue.ts";

const start: StreamPart = { type: "response-start", modelName: "m", requestId: null };
const text = (words: string): StreamPart => ({ type: "text-delta", text: words });
const reasoning: StreamPart = { type: "reasoning-delta", text: "hm" };
const refusal: StreamPart = { type: "refusal-delta", text: "no" };
const call = (toolCallId: string): StreamPart => ({ type: "tool-call-start", toolCallId, toolName: "look" });
const input = (toolCallId: string): StreamPart => ({ type: "tool-call-delta", toolCallId, inputText: "{" });
const called = (toolCallId: string): StreamPart => ({ type: "tool-call-end", toolCallId });
const error: StreamPart = {
  type: "error",
  error: {
    code: "provider-stream-broken",
    message: "broken",
    isRetryable: true,
    status: null,
    requestId: null,
    retryAfterMs: null,
  },
};

test.each<[what: string, kept: StreamPart[], gone: StreamPart[]]>([
  ["text stays as far as it came", [start, text("a"), text("b")], []],
  ["open reasoning goes", [start], [reasoning, reasoning]],
  ["reasoning that text followed stays", [reasoning, text("a")], []],
  ["reasoning in the middle goes while it is open", [text("a")], [reasoning]],
  [
    "a tool call that text followed stays, and the reasoning before it",
    [reasoning, call("1"), called("1"), text("a")],
    [],
  ],
  ["a whole tool call goes where nothing followed it: it will be made again", [text("a")], [call("1"), called("1")]],
  ["an unfinished tool call goes, and the reasoning before it", [text("a")], [reasoning, call("1"), input("1")]],
  ["of two tool calls neither stays", [], [call("1"), called("1"), call("2"), input("2")]],
  ["calls that are open together go together", [text("a")], [call("1"), call("2"), called("1"), text("b")]],
  ["a refusal goes", [text("a")], [refusal]],
  ["a terminal part goes", [text("a")], [error]],
  ["of nothing nothing stays", [], []],
])("%s", (_what, kept, gone) => {
  expect(cutToContinue([...kept, ...gone])).toBe(kept.length);
});

const id = fc.constantFrom("1", "2");
const parts = fc.array(
  fc.oneof(
    fc.constantFrom(start, reasoning, refusal),
    fc.string({ minLength: 1, maxLength: 3 }).map(text),
    id.map(call),
    id.map(input),
    id.map(called),
  ),
  { maxLength: 20 },
);

test("whatever came: cutting again changes nothing, more parts never keep less, and what stays ends in no open block", () => {
  fc.assert(
    fc.property(parts, (all) => {
      const kept = cutToContinue(all);
      const content = all.slice(0, kept).reduce<readonly MessagePart[]>(foldStreamPart, []);
      expect(cutToContinue(all.slice(0, kept))).toBe(kept);
      expect(cutToContinue([...all, reasoning])).toBe(kept);
      expect(cutToContinue([...all, text("more")])).toBeGreaterThanOrEqual(kept);
      expect(["reasoning", "refusal", "tool-call"]).not.toContain(content.at(-1)?.type);
    }),
  );
});

test("of an answer without tools, every text before an open block stays", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(text("a"), reasoning, refusal), { maxLength: 12 }), (all) => {
      expect(cutToContinue(all)).toBe(all.findLastIndex(({ type }) => type === "text-delta") + 1);
    }),
  );
});
