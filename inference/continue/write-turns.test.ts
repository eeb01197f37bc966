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
