"use client";

import { useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { answerNote } from "../../_lib/answer-note.ts";
import { useConversationState } from "./conversation-context.tsx";
import { useRunningAnswer } from "./use-running-answer.ts";

/** Tells a screen reader that an answer begins and how it ended: never its single words. */
export function AnswerAnnouncer() {
  const text = useText();
  const { runningAnswerId } = useRunningAnswer();
  const [lastId, setLastId] = useState(runningAnswerId);
  const [said, setSaid] = useState("");
  const end = useConversationState(({ messages }) => {
    const last = lastId === null ? undefined : messages[lastId];
    // Another branch was chosen: the answer goes on.
    if (last?.status === "running") return "chat.answerBegun";
    return (last && answerNote(last)) ?? "chat.answerEnded";
  });
  if (lastId !== runningAnswerId) {
    setLastId(runningAnswerId);
    setSaid(text(runningAnswerId === null ? end : "chat.answerBegun"));
  }
  return <output className="sr-only">{said}</output>;
}
