"use client";

import { Info } from "lucide-react";
import { useRef, useState } from "react";
import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { fetchedComponent } from "#app/_ui/fetched-component.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";

const { Component: Popup, prepare } = fetchedComponent(
  async () => (await import("./answer-details-popup.tsx")).AnswerDetailsPopup,
);

/** Opens what is known about an answer: model, time, tokens, cost. */
export function AnswerDetails({ answer }: { answer: Message }) {
  const text = useText();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton
        ref={anchor}
        label={text("chat.details")}
        popup="dialog"
        isExpanded={isOpen}
        onIntent={prepare}
        onClick={() => setIsOpen(true)}
      >
        <Info size={16} aria-hidden />
      </IconButton>
      {isOpen ? <Popup answer={answer} anchor={anchor} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
