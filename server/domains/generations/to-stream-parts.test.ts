import { expect, test } from "vitest";
import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import { cutToContinue } from "#inference/index.ts";
import { toStreamParts } from "./to-stream-parts.ts";

const call = (toolCallId: string, inputText: string): MessagePart => ({
  type: "tool-call",
  toolCallId,
  toolName: "look",
  inputText,
});
const text: MessagePart = { type: "text", text: "Let me look." };

function fold(parts: ReturnType<typeof toStreamParts>): readonly MessagePart[] {
  return parts.reduce<readonly MessagePart[]>(foldStreamPart, []);
}

test("what is stored folds to itself again", () => {
  const parts: MessagePart[] = [
    { type: "notice", code: "context-trimmed", messagesLeftOut: 3 },
    { type: "reasoning", text: "Hm." },
    text,
    call("1", '{"city":"Berlin"}'),
    { type: "tool-result", toolCallId: "1", toolName: "look", output: "rain", isError: false },
    call("2", '{"ci'),
  ];
  expect(fold(toStreamParts(parts))).toEqual(parts);
});

test("a tool call stays with its result, and one that was broken off is begun again", () => {
  const looked: MessagePart[] = [
    call("1", "{}"),
    { type: "tool-result", toolCallId: "1", toolName: "look", output: "seen", isError: false },
  ];
  const parts = toStreamParts([text, ...looked, text, call("2", '{"city": "Ber')]);
  expect(fold(parts.slice(0, cutToContinue(parts)))).toEqual([text, ...looked, text]);
});
