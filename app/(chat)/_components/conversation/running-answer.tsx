"use client";

import type { Message } from "#contracts/message.ts";
import { AnswerParts } from "./answer-parts.tsx";
import { useConversationState } from "./conversation-context.tsx";
import { WaitingMark } from "./waiting-mark.tsx";

/** An answer that is being written: the one part of the page that renders again as text arrives. */
export function RunningAnswer({ answer }: { answer: Message }) {
  const parts = useConversationState((state) => state.runs[answer.id]?.parts) ?? answer.parts;
  const isEmpty = parts.length === 0;
  return isEmpty ? <WaitingMark /> : <AnswerParts parts={parts} isStreaming />;
}
