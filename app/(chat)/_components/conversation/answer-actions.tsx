"use client";

import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { messageText } from "../../_lib/message-text.ts";
import { AnswerDetails } from "./answer-details.tsx";
import { BranchArrows } from "./branch-arrows.tsx";
import { CopyButton } from "./copy-button.tsx";
import { MessageActions } from "./message-actions.tsx";
import { RegenerateButton } from "./regenerate-button.tsx";

/** What can be done with an answer that is over. */
export function AnswerActions({ answer, isLast }: { answer: Message; isLast: boolean }) {
  const text = useText();
  const hasText = answer.parts.some(({ type }) => type === "text" || type === "refusal");
  return (
    <MessageActions isAlwaysVisible={isLast}>
      {hasText ? <CopyButton label={text("common.copy")} read={() => messageText(answer)} /> : null}
      <RegenerateButton answer={answer} />
      <AnswerDetails answer={answer} />
      <BranchArrows message={answer} />
    </MessageActions>
  );
}
