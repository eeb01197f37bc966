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
const result = (toolCallId: string): StreamPart => ({ type: "tool-result", toolCallId, output: "42", isError: false });
const notice: StreamPart = { type: "notice", notice: { code: "context-trimmed", messagesLeftOut: 2 } };
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
  ["a notice stays, and what it stands before", [notice, text("a")], [reasoning]],
  ["a whole tool call with its result stays", [text("a"), call("1"), input("1"), called("1"), result("1")], []],
  ["reasoning before a call that has its result stays", [reasoning, call("1"), called("1"), result("1")], []],
  ["reasoning behind a result goes while it is open", [call("1"), called("1"), result("1")], [reasoning]],
  ["text behind a result stays", [call("1"), called("1"), result("1"), text("a")], []],
  [
    "calls in parallel stay with the last of their results",
    [call("1"), called("1"), call("2"), called("2"), result("2"), result("1")],
    [],
  ],
  [
    "while one of them lacks its result none of them stays",
    [text("a")],
    [call("1"), called("1"), call("2"), called("2"), result("1")],
  ],
  [
    "an earlier round stays where a later one has no result",
    [call("1"), called("1"), result("1"), text("a")],
    [call("2"), called("2")],
  ],
  ["a whole tool call goes where its result is missing: it will be made again", [text("a")], [call("1"), called("1")]],
  ["it goes with the text behind it", [text("a")], [call("1"), called("1"), text("b")]],
  ["an unfinished tool call goes, and the reasoning before it", [text("a")], [reasoning, call("1"), input("1")]],
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
    id.map(result),
    fc.constant(notice),
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
      expect(cutToContinue([...all, result("1")])).toBeGreaterThanOrEqual(kept);
      const last = content.findLast(({ type }) => type !== "notice");
      expect([undefined, "text", "tool-result"]).toContain(last?.type);
      for (const part of content) {
        if (part.type !== "tool-call") continue;
        expect(content.some((other) => other.type === "tool-result" && other.toolCallId === part.toolCallId)).toBe(
          true,
        );
      }
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
