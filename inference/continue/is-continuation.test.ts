import { expect, test } from "vitest";
import type { MessagePart } from "#contracts/message.ts";
import { isContinuation } from "./is-continuation.ts";

const result: MessagePart = { type: "tool-result", toolCallId: "1", toolName: "look", output: "", isError: false };

test.each<[what: string, parts: MessagePart[], is: boolean]>([
  ["nothing", [], false],
  [
    "thoughts and blanks",
    [
      { type: "reasoning", text: "Hm." },
      { type: "text", text: "\n" },
    ],
    false,
  ],
  ["a notice", [{ type: "notice", code: "context-trimmed", messagesLeftOut: 3 }], false],
  ["words", [{ type: "text", text: "Because" }], true],
  ["the result of a tool", [result], true],
])("%s", (_what, parts, is) => {
  expect(isContinuation(parts)).toBe(is);
});
