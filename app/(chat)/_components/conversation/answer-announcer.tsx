"use client";

import { useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useRunningAnswer } from "./use-running-answer.ts";

/** Tells a screen reader that an answer begins and that it has ended: never its single words. */
export function AnswerAnnouncer() {
  const text = useText();
  const { runningAnswerId } = useRunningAnswer();
  const [lastId, setLastId] = useState(runningAnswerId);
  const [said, setSaid] = useState("");
  if (lastId !== runningAnswerId) {
    setLastId(runningAnswerId);
    setSaid(text(runningAnswerId === null ? "chat.answerEnded" : "chat.answerBegun"));
  }
  return <output className="sr-only">{said}</output>;
}
