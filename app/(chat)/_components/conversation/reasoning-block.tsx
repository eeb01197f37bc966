"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";

/** What the model thought before it answered: closed, and open at a press. While it thinks, the head says so. */
export function ReasoningBlock({ source, isStreaming }: { source: string; isStreaming: boolean }) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="mb-3">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="-ms-1.5 inline-flex min-h-8 items-center gap-1.5 rounded-sm px-1.5 text-ui text-ink-soft hover:text-ink coarse:min-h-11"
      >
        <ChevronRight size={16} aria-hidden className={isOpen ? "rotate-90" : "rtl:rotate-180"} />
        {text(isStreaming ? "chat.reasoningRunning" : "chat.reasoning")}
      </button>
      {isOpen ? (
        <div className="mt-1 border-s-2 border-line ps-4 text-ui leading-relaxed whitespace-pre-wrap text-ink-soft">
          {source}
        </div>
      ) : null}
    </div>
  );
}
