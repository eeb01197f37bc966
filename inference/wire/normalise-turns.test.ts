import { expect, test } from "vitest";
import type { ChatPart, ChatTurn } from "#inference/chat-model.ts";
import { textTurn } from "#inference/text-turn.ts";
import { normaliseTurns } from "./normalise-turns.ts";

const user = (...parts: ChatPart[]): ChatTurn => ({ role: "user", parts });
const assistant = (...parts: ChatPart[]): ChatTurn => ({ role: "assistant", parts });
const text = (words: string): ChatPart => ({ type: "text", text: words });
const call = (toolCallId: string): ChatPart => ({ type: "tool-call", toolCallId, toolName: "look", inputText: "{}" });
const result = (toolCallId: string): ChatPart => ({
  type: "tool-result",
  toolCallId,
  toolName: "look",
  output: "seen",
  isError: false,
});
const image: ChatPart = { type: "image", mediaType: "image/png", base64: "AAAA" };

test("empty turns vanish, and turns of one role become one", () => {
  const turns = [user(text("one")), user(text("two")), assistant(text(" ")), user(image), assistant(text("three"))];
  expect(normaliseTurns(turns)).toEqual([user(text("one\n\ntwo"), image), assistant(text("three"))]);
});

test("a call with its result stays, in the order that providers demand", () => {
  const turns = [user(text("a")), assistant(call("1"), text("Let me look.")), user(text("and?"), result("1"))];
  expect(normaliseTurns(turns)).toEqual([
    user(text("a")),
    assistant(text("Let me look."), call("1")),
    user(result("1"), text("and?")),
  ]);
});

test("several calls of one turn keep their order and their results theirs", () => {
  const turns = [user(text("a")), assistant(call("1"), call("2")), user(result("2"), result("1"))];
  expect(normaliseTurns(turns)).toEqual(turns);
});

test("a call without a result, and a result without a call, are left out", () => {
  const turns = [
    user(result("0"), text("a")),
    assistant(call("1"), call("2"), text("b")),
    user(result("2")),
    assistant(call("3")),
    user(text("c")),
  ];
  expect(normaliseTurns(turns)).toEqual([
    user(text("a")),
    assistant(text("b"), call("2")),
    user(result("2"), text("c")),
  ]);
});

test("what stands at the beginning stays as it is while turns are added", () => {
  const turns = [user(text("a")), assistant(call("1"), text("b")), user(result("1")), assistant(text("c"))];
  const before = normaliseTurns(turns);
  expect(normaliseTurns([...turns, textTurn({ role: "user", text: "d" })]).slice(0, before.length)).toEqual(before);
});
