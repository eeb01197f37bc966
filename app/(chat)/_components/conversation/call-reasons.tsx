"use client";

import { ChevronRight } from "lucide-react";
import type { AnswerCall } from "#contracts/answer-call.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeReason } from "../../_lib/describe-reason.ts";

/** What was thought of each deployment before a call, and what its provider said: for administrators, at a press; nobody else is told. */
export function CallReasons({ call }: { call: AnswerCall }) {
  const text = useText();
  const { reasons, requestId } = call;
  const message = call.failure?.message ?? null;
  if (reasons.length === 0 && message === null && requestId === null) return null;
  return (
    <details className="group/reasons text-xs">
      <summary className="-ms-1 flex min-h-6 cursor-default list-none items-center gap-1 rounded-sm text-ink-soft hover:text-ink coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight size={14} aria-hidden className="shrink-0 group-open/reasons:rotate-90 rtl:rotate-180" />
        {text("chat.callReasons")}
      </summary>
      <ol className="mt-1 flex flex-col gap-1.5 [overflow-wrap:anywhere]">
        {reasons.map((reason) => (
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
      {message === null ? null : (
        <p lang="en" className="mt-2 text-ink-soft [overflow-wrap:anywhere]">
          {message}
        </p>
      )}
      {requestId === null ? null : (
        <p className="mt-2 font-mono text-ink-faint [overflow-wrap:anywhere]">{requestId}</p>
      )}
    </details>
  );
}
