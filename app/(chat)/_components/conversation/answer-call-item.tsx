"use client";

import type { AnswerCall } from "#contracts/answer-call.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeCall } from "../../_lib/describe-call.ts";
import { CallReasons } from "./call-reasons.tsx";

type AnswerCallItemProps = { call: AnswerCall; isFirst: boolean; modelLabel: string };

/** One call to a provider: who was asked, what came of it, and how long it took; for administrators also why. */
export function AnswerCallItem({ call, isFirst, modelLabel }: AnswerCallItemProps) {
  const text = useText();
  const { sentences, facts } = describeCall(call, isFirst, text);
  return (
    <li className="border-s-2 border-line ps-3 text-sm">
      <p className="text-ink [overflow-wrap:anywhere]">
        <span className="font-medium">{modelLabel}</span>
        <span className="text-ink-soft">
          {" · "}
          {call.connectionLabel}
          {call.modelName === modelLabel || call.modelName === call.modelId ? null : `, ${call.modelName}`}
        </span>
      </p>
      <p className="text-ink-soft">{sentences.join(" ")}</p>
      {facts.length === 0 ? null : <p className="text-xs text-ink-faint tabular-nums">{facts.join(" · ")}</p>}
      <CallReasons call={call} />
    </li>
  );
}
