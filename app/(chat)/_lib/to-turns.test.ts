import { expect, test } from "vitest";
import { testAnswer, testId, testMessage } from "./conversation/testing-messages.ts";
import { toTurns } from "./to-turns.ts";

test("a turn is a question with what answers it", () => {
  const turns = toTurns([testMessage(1, null), testAnswer(2, 1), testMessage(3, 2)]);
  expect(turns.map(({ id, answers }) => [id, answers.length])).toEqual([
    [testId(1), 1],
    [testId(3), 0],
  ]);
});

test("a page of history may begin with an answer", () => {
  expect(toTurns([testAnswer(2, 1), testMessage(3, 2)])[0]).toMatchObject({
    question: null,
    answers: [{ id: testId(2) }],
  });
});
