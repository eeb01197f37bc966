import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ChatPart, ChatTurn } from "#inference/chat-model.ts";
import { type CountedTurn, fitTurns } from "./fit-turns.ts";

const say = (role: ChatTurn["role"], text: string, tokens: number): CountedTurn => ({
  turn: { role, parts: [{ type: "text", text }] },
  tokens,
});
const call = (id: string): ChatPart => ({ type: "tool-call", toolCallId: id, toolName: "look", inputText: "{}" });
const result = (id: string): ChatPart => ({
  type: "tool-result",
  toolCallId: id,
  toolName: "look",
  output: "42",
  isError: false,
});

const wordsOf = (turns: readonly ChatTurn[]) =>
  turns.map(({ parts }) => parts.map((part) => (part.type === "text" ? part.text : part.type)).join("+"));

/** A conversation of so many exchanges of 100 tokens each. */
const talk = (exchanges: number): CountedTurn[] =>
  Array.from({ length: exchanges }, (_, index) => [say("user", `q${index}`, 20), say("assistant", `a${index}`, 80)])
    .flat()
    .slice(0, -1);

test("all stays where all fits", () => {
  const turns = talk(5);
  expect(fitTurns(turns, 420)).toEqual({ turns: turns.map(({ turn }) => turn), tokens: 420, messagesLeftOut: 0 });
});

test("the first exchange and the newest ones stay, and it is said how many did not", () => {
  const { turns, tokens, messagesLeftOut } = fitTurns(talk(11), 520);
  expect(wordsOf(turns)).toEqual(["q0", "a0", "q6", "a6", "q7", "a7", "q8", "a8", "q9", "a9", "q10"]);
  expect({ tokens, messagesLeftOut }).toEqual({ tokens: 520, messagesLeftOut: 10 });
});

test("a first answer that is long goes, its question stays", () => {
  const turns = [say("user", "q0", 20), say("assistant", "a0", 500), ...talk(4)];
  expect(wordsOf(fitTurns(turns, 400).turns).slice(0, 2)).toEqual(["q0", "q0"]);
});

test("a first question that would take more than half the room goes", () => {
  const turns = [say("user", "book", 300), say("assistant", "a0", 10), ...talk(4)];
  expect(wordsOf(fitTurns(turns, 400).turns)).not.toContain("book");
});

test("the newest exchange stays where nothing else fits, even where it is too long itself", () => {
  const turns = [...talk(3), say("assistant", "a2", 80), say("user", "long", 5_000)];
  expect(fitTurns(turns, 400)).toMatchObject({ tokens: 5_000, messagesLeftOut: 6 });
  expect(fitTurns([say("user", "long", 5_000)], -10)).toMatchObject({ tokens: 5_000, messagesLeftOut: 0 });
  expect(fitTurns([], 10)).toEqual({ turns: [], tokens: 0, messagesLeftOut: 0 });
});

test("rounds of tools go with the question that they belong to, and are no message", () => {
  const rounds: CountedTurn[] = [
    say("user", "q", 10),
    { turn: { role: "assistant", parts: [call("1")] }, tokens: 200 },
    { turn: { role: "user", parts: [result("1")] }, tokens: 200 },
    say("assistant", "a", 10),
  ];
  const { turns, messagesLeftOut } = fitTurns([...talk(1), ...rounds, say("user", "now", 10)], 100);
  expect(wordsOf(turns)).toEqual(["q0", "now"]);
  expect(messagesLeftOut).toBe(3);
});

test("a conversation that grows keeps its beginning for many turns, so that a provider's cache holds", () => {
  const beginnings = Array.from({ length: 200 }, (_, index) => wordsOf(fitTurns(talk(20 + index), 2_000).turns)[2]);
  const changes = beginnings.filter((beginning, index) => index > 0 && beginning !== beginnings[index - 1]).length;
  // A window that slides by what is needed would change 199 times.
  expect(changes).toBeLessThanOrEqual(45);
});

const exchange = fc
  .tuple(fc.nat(300), fc.nat(300), fc.nat(2), fc.nat(400))
  .map(([question, answer, rounds, tool]): CountedTurn[] => [
    say("user", "q", question),
    ...Array.from({ length: rounds }, (_, round): CountedTurn[] => [
      { turn: { role: "assistant", parts: [call(String(round)), call(`${round}b`)] }, tokens: tool },
      { turn: { role: "user", parts: [result(String(round)), result(`${round}b`)] }, tokens: tool },
    ]).flat(),
    say("assistant", "a", answer),
  ]);
const conversation = fc
  .tuple(fc.array(exchange, { maxLength: 12 }), fc.nat(2))
  .map(([exchanges, cut]) => exchanges.flat().slice(0, cut === 0 ? undefined : -1));
const room = fc.integer({ min: -100, max: 3_000 });

const total = (turns: readonly CountedTurn[]) => turns.reduce((sum, { tokens }) => sum + tokens, 0);

test("whatever was said: what fits always stays whole, and what stays fits unless the newest exchange does not", () => {
  fc.assert(
    fc.property(conversation, room, (turns, roomTokens) => {
      const fitted = fitTurns(turns, roomTokens);
      if (total(turns) <= roomTokens) expect(fitted.turns).toEqual(turns.map(({ turn }) => turn));
      const lastQuestion = turns.findLastIndex(({ turn }) => turn.parts[0]?.type === "text" && turn.role === "user");
      const newest = turns.slice(Math.max(0, lastQuestion));
      expect(fitted.tokens).toBeLessThanOrEqual(Math.max(roomTokens, total(newest)));
      expect(fitted.turns.slice(-newest.length || undefined)).toEqual(newest.map(({ turn }) => turn));
    }),
  );
});

test("whatever was said: the order stays, every call has its results, and fitting again changes nothing", () => {
  fc.assert(
    fc.property(conversation, room, (turns, roomTokens) => {
      const fitted = fitTurns(turns, roomTokens);
      const places = fitted.turns.map((turn) => turns.findIndex((counted) => counted.turn === turn));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      for (const [index, { parts }] of fitted.turns.entries()) {
        const calls = parts.flatMap((part) => (part.type === "tool-call" ? [part.toolCallId] : []));
        const results = fitted.turns[index + 1]?.parts ?? [];
        const answered = results.flatMap((part) => (part.type === "tool-result" ? [part.toolCallId] : []));
        const isLast = index === fitted.turns.length - 1;
        if (calls.length > 0 && !isLast) expect(answered).toEqual(calls);
        if (parts[0]?.type === "tool-result") expect(fitted.turns[index - 1]?.parts[0]?.type).toBe("tool-call");
      }
      const again = fitted.turns.map((turn) => turns.find((counted) => counted.turn === turn) ?? { turn, tokens: 0 });
      expect(fitTurns(again, roomTokens)).toEqual({ ...fitted, messagesLeftOut: 0 });
    }),
  );
});
