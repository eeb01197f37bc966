"use client";

import type { MessagePart } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { SCROLLABLE } from "#app/_markdown/scrollable.ts";

type ToolUseDetailsProps = { input: string; result: Extract<MessagePart, { type: "tool-result" }> | null };

/** What a tool was given and what it said, in full; long texts scroll in their own box. */
export function ToolUseDetails({ input, result }: ToolUseDetailsProps) {
  const text = useText();
  return (
    <dl className="mt-1 mb-3 flex flex-col gap-2 border-s-2 border-line ps-4 text-ui text-ink-soft">
      {input === "" ? null : <Entry name={text("chat.toolInput")} value={input} isError={false} />}
      {result ? (
        <Entry
          name={text(result.isError ? "chat.toolError" : "chat.toolOutput")}
          value={result.output}
          isError={result.isError}
        />
      ) : null}
      {input === "" && !result ? <p>{text("chat.toolNothing")}</p> : null}
    </dl>
  );
}

function Entry({ name, value, isError }: { name: string; value: string; isError: boolean }) {
  return (
    <div>
      <dt className="text-xs text-ink-faint">{name}</dt>
      <dd>
        <div
          {...SCROLLABLE}
          aria-label={name}
          dir="auto"
          className={`max-h-72 overflow-auto rounded-sm font-mono text-code whitespace-pre-wrap ${isError ? "text-warning" : "text-ink"}`}
        >
          {value}
        </div>
      </dd>
    </div>
  );
}
