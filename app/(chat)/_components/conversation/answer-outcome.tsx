"use client";

import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { answerNote } from "../../_lib/answer-note.ts";
import { AnswerFailure } from "./answer-failure.tsx";
import { ContinueButton } from "./continue-button.tsx";
import { NeedsConnection } from "./needs-connection.tsx";
import { TryAgainButton } from "./try-again-button.tsx";

/** Says softly when an answer is not whole, with what helps; nothing when it is. The last one can go on from where it is. */
export function AnswerOutcome({ answer, isLast }: { answer: Message; isLast: boolean }) {
  const text = useText();
  const note = answerNote(answer);
  if (answer.error && answer.status !== "stopped") {
    return <AnswerFailure answer={answer} error={answer.error} isLast={isLast} />;
  }
  if (note === null) return null;
  return (
    <p className="mt-2 mb-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ui text-ink-soft">
      {text(note)}
      <span className="flex flex-wrap gap-2">
        {isLast ? <ContinueButton answer={answer} /> : null}
        <TryAgainButton answer={answer} />
        <NeedsConnection />
      </span>
    </p>
  );
}
