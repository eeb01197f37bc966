"use client";

import { memo } from "react";
import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { AnswerActions } from "./answer-actions.tsx";
import { AnswerContent } from "./answer-content.tsx";
import { AnswerOutcome } from "./answer-outcome.tsx";

/** An answer: plain text on the page, and under it what can be done with it. */
export const AnswerMessage = memo(function AnswerMessage({ answer, isLast }: { answer: Message; isLast: boolean }) {
  const text = useText();
  const isRunning = answer.status === "running";
  return (
    <article
      tabIndex={-1}
      data-message={answer.id}
      aria-labelledby={`${answer.id}-head`}
      aria-busy={isRunning}
      className="group/message scroll-my-4 rounded-sm text-base outline-offset-8"
    >
      <h2 id={`${answer.id}-head`} className="sr-only">
        {text("chat.answer")}
      </h2>
      <AnswerContent answer={answer} />
      {isRunning ? <div className="min-h-8" /> : <AnswerOutcome answer={answer} isLast={isLast} />}
      {isRunning ? null : <AnswerActions answer={answer} isLast={isLast} />}
    </article>
  );
});
