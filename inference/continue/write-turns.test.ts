import { expect, test } from "vitest";
import type { MessagePart } from "#contracts/message.ts";
import { CONTINUE_INSTRUCTION } from "./continue-instruction.ts";
import { writeTurns } from "./write-turns.ts";

const QUESTION = { role: "user" as const, text: "Why?" };
const write = (...continues: MessagePart[]) =>
  writeTurns({ system: null, turns: [QUESTION], continues, outputTokensMax: null });

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
    { role: "assistant", text: "Because it " },
    { role: "user", text: CONTINUE_INSTRUCTION },
  ]);
});

test("where nothing but blanks and reasoning came, the question is asked again", () => {
  expect(write({ type: "reasoning", text: "Hm." }, { type: "text", text: "\n" })).toEqual([QUESTION]);
});
