"use client";

import { ArrowRight, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import type { AnswerBlock } from "../../_lib/answer-blocks.ts";
import { readToolInput } from "../../_lib/read-tool-input.ts";
import { toolLabel } from "../../_lib/tool-label.ts";
import { ToolUseDetails } from "./tool-use-details.tsx";

type ToolUseProps = {
  use: Pick<Extract<AnswerBlock, { type: "tool" }>, "call" | "result">;
  /** Whether its answer is still being written, so that a result may come. */
  isStreaming: boolean;
};

/** A call of a tool and what came of it: one line, and all of it at a press. */
export function ToolUse({ use: { call, result }, isStreaming }: ToolUseProps) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const name = toolLabel(text, call?.toolName ?? result?.toolName ?? "");
  const input = readToolInput(call?.inputText ?? "");
  const state = result ? (result.isError ? "chat.toolFailed" : "chat.toolResult") : null;
  const hasOutput = result !== null && !result.isError && !isOpen;
  return (
    <div className="my-1 first:mt-0">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="-mx-1.5 flex min-h-8 w-[calc(100%+0.75rem)] items-center gap-1.5 rounded-sm px-1.5 text-start text-ui text-ink-soft hover:text-ink coarse:min-h-11"
      >
        <ChevronRight size={16} aria-hidden className={`shrink-0 ${isOpen ? "rotate-90" : "rtl:rotate-180"}`} />
        <span dir="auto" className={`shrink-0 truncate ${hasOutput ? "max-w-1/2" : "max-w-3/4"}`}>
          {text(state ?? (isStreaming ? "chat.toolRunning" : "chat.toolNotRun"), { name })}
        </span>
        {isOpen || input.short === "" ? null : (
          <span dir="auto" className={`truncate font-mono text-sm ${hasOutput ? "max-w-[33%] shrink-0" : "min-w-0"}`}>
            {input.short.slice(0, 200)}
          </span>
        )}
        {hasOutput ? (
          <>
            <ArrowRight size={14} aria-hidden className="shrink-0 text-ink-faint rtl:rotate-180" />
            <span dir="auto" className="min-w-0 truncate font-mono text-sm">
              {result.output.slice(0, 200)}
            </span>
          </>
        ) : null}
      </button>
      {isOpen ? <ToolUseDetails input={input.long} result={result} /> : null}
    </div>
  );
}
