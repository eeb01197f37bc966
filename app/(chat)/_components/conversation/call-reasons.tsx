"use client";

import type { AnswerCall } from "#contracts/answer-call.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeReason } from "../../_lib/describe-reason.ts";

/** What was thought of each deployment before a call, and what its provider said: for administrators, at a press. */
export function CallReasons({ call }: { call: AnswerCall }) {
  const text = useText();
  return (
    <details className="text-xs">
      <summary className="flex min-h-6 cursor-default items-center text-ink-soft underline-offset-2 hover:underline coarse:min-h-11">
        {text("chat.callReasons")}
      </summary>
      <ol className="mt-1 flex flex-col gap-1.5 [overflow-wrap:anywhere]">
        {call.reasons.map((reason) => (
          <li key={reason.deploymentId}>
            <span className={reason.isKept ? "text-ink" : "text-ink-soft line-through"}>
              {reason.name ?? text("chat.reasonGone")}
            </span>
            <span className="text-ink-soft">
              {": "}
              {describeReason(reason, text)}
            </span>
            <span lang="en" className="block text-ink-faint">
              {reason.detail}
            </span>
          </li>
        ))}
      </ol>
      {call.failure?.message ? (
        <p lang="en" className="mt-2 text-ink-soft [overflow-wrap:anywhere]">
          {call.failure.message}
        </p>
      ) : null}
      {call.requestId === null ? null : (
        <p className="mt-2 font-mono text-ink-faint [overflow-wrap:anywhere]">{call.requestId}</p>
      )}
    </details>
  );
}
