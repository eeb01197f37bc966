import { expect, test } from "vitest";
import type { MessagePart } from "#contracts/message.ts";
import { isSafeRollback } from "./is-safe-rollback.ts";

const text = (words: string): MessagePart => ({ type: "text", text: words });
const reasoning: MessagePart = { type: "reasoning", text: "Hm" };
const call = (toolCallId: string): MessagePart => ({ type: "tool-call", toolCallId, toolName: "look", inputText: "{" });

test.each<[what: string, shown: MessagePart[], content: MessagePart[]]>([
  ["open reasoning", [text("a"), reasoning], [text("a")]],
  ["an open call and the whole one before it", [text("a"), call("1"), call("2")], [text("a")]],
  ["reasoning that is begun again", [reasoning], [{ type: "reasoning", text: "So" }]],
  ["a call behind which text now goes on", [text("a"), call("1")], [text("ab")]],
])("%s may be taken back", (_what, shown, content) => {
  expect(isSafeRollback(shown, content)).toBe(true);
});

test.each<[what: string, shown: MessagePart[], content: MessagePart[]]>([
  ["text", [text("ab")], [text("a")]],
  ["text behind reasoning", [reasoning, text("ab")], [reasoning, text("a")]],
  ["the text before a call", [text("ab"), call("1")], [text("a")]],
  ["everything", [text("a"), call("1")], []],
])("%s may not", (_what, shown, content) => {
  expect(isSafeRollback(shown, content)).toBe(false);
});
