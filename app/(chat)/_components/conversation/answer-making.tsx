"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { AnswerCalls } from "./answer-calls.tsx";

type AnswerMakingProps = { answer: Pick<Message, "modelId">; generationId: string };

/** How an answer was made: closed, and asked for only when it is opened. */
export function AnswerMaking({ answer, generationId }: AnswerMakingProps) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="mt-2 border-t border-line pt-1">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="-mx-1.5 flex min-h-8 w-[calc(100%+0.75rem)] items-center gap-1.5 rounded-sm px-1.5 text-start text-sm text-ink-soft hover:text-ink coarse:min-h-11"
      >
        <ChevronRight size={16} aria-hidden className={`shrink-0 ${isOpen ? "rotate-90" : "rtl:rotate-180"}`} />
        {text("chat.making")}
      </button>
      {isOpen ? <AnswerCalls chosenModelId={answer.modelId} generationId={generationId} /> : null}
    </section>
  );
}
