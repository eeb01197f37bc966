"use client";

import type { Turn } from "../../_lib/to-turns.ts";
import { AnswerMessage } from "./answer-message.tsx";
import { QuestionMessage } from "./question-message.tsx";

type TurnViewProps = {
  turn: Turn;
  isLast: boolean;
  /** It was asked just now: it has the height of the view, so that its question stands at the top. */
  hasRoom: boolean;
};

/** A question and its answer. Those far from the view cost nothing to draw. */
export function TurnView({ turn, isLast, hasRoom }: TurnViewProps) {
  const far = "[contain-intrinsic-size:auto_12rem] [content-visibility:auto]";
  // Where the page opens, a height that is only guessed would shift what is read first.
  const near = "[&_.markdown>*]:[content-visibility:visible]!";
  const size = hasRoom ? "min-h-[calc(100cqb-1rem)]" : isLast ? near : far;
  return (
    <section className={`flex flex-col gap-2 px-4 py-3 sm:px-6 ${size}`}>
      {turn.question ? <QuestionMessage question={turn.question} /> : null}
      {turn.answers.map((answer, index) => (
        <AnswerMessage key={answer.id} answer={answer} isLast={isLast && index === turn.answers.length - 1} />
      ))}
    </section>
  );
}
