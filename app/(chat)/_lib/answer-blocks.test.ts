import { expect, test } from "vitest";
import type { MessagePart } from "#contracts/message.ts";
import { toAnswerBlocks } from "./answer-blocks.ts";

const text: MessagePart = { type: "text", text: "Let me look." };
const call = (toolCallId: string) => ({ type: "tool-call" as const, toolCallId, toolName: "look", inputText: "{}" });
const result = (toolCallId: string) => ({
  type: "tool-result" as const,
  toolCallId,
  toolName: "look",
  output: "42",
  isError: false,
});

test("a call and its result are one block at the call's place", () => {
  expect(toAnswerBlocks([text, call("1"), call("2"), result("2"), result("1"), text])).toEqual([
    { type: "part", index: 0, part: text },
    { type: "tool", index: 1, call: call("1"), result: result("1") },
    { type: "tool", index: 2, call: call("2"), result: result("2") },
    { type: "part", index: 5, part: text },
  ]);
});

test("a call without a result and a result without a call are shown, too", () => {
  expect(toAnswerBlocks([call("1"), result("2")])).toEqual([
    { type: "tool", index: 0, call: call("1"), result: null },
    { type: "tool", index: 1, call: null, result: result("2") },
  ]);
});

test("blocks keep their index while parts are added", () => {
  const parts = [text, call("1"), call("2"), result("1"), result("2"), text];
  for (let length = 1; length <= parts.length; length += 1) {
    const before = toAnswerBlocks(parts.slice(0, length)).map(({ index }) => index);
    expect(
      toAnswerBlocks(parts)
        .map(({ index }) => index)
        .slice(0, before.length),
    ).toEqual(before);
  }
});
