"use client";

import { Popover } from "@base-ui/react/popover";
import type { RefObject } from "react";
import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useModels } from "../../_hooks/use-models.ts";
import { answerFacts } from "../../_lib/answer-facts.ts";
import { AnswerMaking } from "./answer-making.tsx";

type DetailsProps = { answer: Message; anchor: RefObject<HTMLElement | null>; onClose: () => void };

/** What is known about an answer, as a small table, and on demand how it was made. Open as long as it is mounted. */
export function AnswerDetailsPopup({ answer, anchor, onClose }: DetailsProps) {
  const text = useText();
  const facts = answerFacts(answer, useModels(), text);
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="top"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          // It grows when more is asked for, and stays where it is.
          collisionAvoidance={{ fallbackAxisSide: "none" }}
          className="z-50"
        >
          <Popover.Popup
            aria-label={text("chat.details")}
            finalFocus={anchor}
            className="max-h-(--available-height) w-[min(26rem,calc(100vw-1rem))] overflow-y-auto overscroll-contain rounded-md border border-line bg-raised px-4 py-3 shadow-float outline-none"
          >
            <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm tabular-nums">
              {facts.map(({ name, value, exact }) => (
                <div key={name} className="contents">
                  <dt className="text-ink-soft">{name}</dt>
                  <dd className="text-end" title={exact}>
                    {value}
                    {exact === undefined ? null : <span className="sr-only"> ({exact})</span>}
                  </dd>
                </div>
              ))}
            </dl>
            {answer.generationId === null ? null : <AnswerMaking answer={answer} generationId={answer.generationId} />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
