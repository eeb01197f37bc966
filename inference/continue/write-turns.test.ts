import { expect, test } from "vitest";
import type { MessagePart } from "#contracts/message.ts";
import { createChatRequest } from "#inference/create-chat-request.ts";
import { textTurn } from "#inference/text-turn.ts";
import { CONTINUE_INSTRUCTION } from "./continue-instruction.ts";
import { writeTurns } from "./write-turns.ts";

const QUESTION = textTurn({ role: "user", text: "Why?" });
const write = (...continues: MessagePart[]) => writeTurns(createChatRequest({ turns: [QUESTION], continues }));

test("a new answer is asked for with the conversation alone", () => {
  expect(write()).toEqual([QUESTION]);
});

test("an unfinished answer stands as the model's own words, and the person asks to go on", () => {
  const continues: MessagePart[] = [
    { type: "reasoning", text: "Hm." },
    { type: "text", text: "Because it " },
  ];
  expect(write(...continues)).toEqual([
    QUESTION,
    textTurn({ role: "assistant", text: "Because it " }),
    textTurn({ role: "user", text: CONTINUE_INSTRUCTION }),
  ]);
});

test("where nothing but blanks and reasoning came, the question is asked again", () => {
  expect(write({ type: "reasoning", text: "Hm." }, { type: "text", text: "\n" })).toEqual([QUESTION]);
});

const call = (toolCallId: string): MessagePart => ({
  type: "tool-call",
  toolCallId,
  toolName: "look",
  inputText: "{}",
});
const result = (toolCallId: string): MessagePart => ({
  type: "tool-result",
  toolCallId,
  toolName: "look",
  output: "42",
  isError: false,
});

test("calls of tools stand in the model's turn and their results in the person's, and the model speaks next", () => {
  const said: MessagePart = { type: "text", text: "Let me look." };
  expect(write({ type: "reasoning", text: "Hm." }, said, call("1"), call("2"), result("1"), result("2"))).toEqual([
    QUESTION,
    { role: "assistant", parts: [said, call("1"), call("2")] },
    { role: "user", parts: [result("1"), result("2")] },
  ]);
});

test("words behind the results are gone on with", () => {
  expect(write(call("1"), result("1"), { type: "text", text: "It is " })).toEqual([
    QUESTION,
    { role: "assistant", parts: [call("1")] },
    { role: "user", parts: [result("1")] },
    textTurn({ role: "assistant", text: "It is " }),
    textTurn({ role: "user", text: CONTINUE_INSTRUCTION }),
  ]);
});

test("several rounds follow each other, words between them in the model's turn", () => {
  const between: MessagePart = { type: "text", text: "And now?" };
  expect(write(call("1"), result("1"), between, call("2"), result("2"))).toEqual([
    QUESTION,
    { role: "assistant", parts: [call("1")] },
    { role: "user", parts: [result("1")] },
    { role: "assistant", parts: [between, call("2")] },
    { role: "user", parts: [result("2")] },
  ]);
});

test("a call without its result is told to no model, and neither is a notice", () => {
  const notice: MessagePart = { type: "notice", code: "context-trimmed", messagesLeftOut: 3 };
  expect(write(notice, call("1"), call("2"), result("2"))).toEqual([
    QUESTION,
    { role: "assistant", parts: [call("2")] },
    { role: "user", parts: [result("2")] },
  ]);
  expect(write(notice, call("1"))).toEqual([QUESTION]);
});
