"use client";

import type { Message } from "#contracts/message.ts";
import { AnswerParts } from "./answer-parts.tsx";
import { useConversationState } from "./conversation-context.tsx";
import { WaitingMark } from "./waiting-mark.tsx";

/**
 * What an answer says. While it is written it is the one part of the page that renders again as text arrives; it is
 * the same component afterwards, so that the end of a long answer makes nothing anew and moves nothing.
 */
export function AnswerContent({ answer }: { answer: Message }) {
  const isRunning = answer.status === "running";
  const runningParts = useConversationState((state) => (isRunning ? state.runs[answer.id]?.parts : undefined));
  const parts = runningParts ?? answer.parts;
  return isRunning && parts.length === 0 ? <WaitingMark /> : <AnswerParts parts={parts} isStreaming={isRunning} />;
}
