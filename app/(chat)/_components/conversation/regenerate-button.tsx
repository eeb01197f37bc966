"use client";

import { RefreshCw } from "lucide-react";
import { useRef, useState } from "react";
import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { LazyModelPopup, loadModelPopup } from "../model-picker/lazy-model-popup.tsx";
import { useConversation } from "./conversation-context.tsx";

/** Asks for another answer, by the same model or any other. */
export function RegenerateButton({ answer }: { answer: Message }) {
  const text = useText();
  const conversation = useConversation();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton
        ref={anchor}
        label={text("chat.regenerate")}
        popup="dialog"
        isExpanded={isOpen}
        onIntent={loadModelPopup}
        onClick={() => setIsOpen(true)}
      >
        <RefreshCw size={16} aria-hidden />
      </IconButton>
      {isOpen ? (
        <LazyModelPopup
          title={text("chat.regenerateWith")}
          anchor={anchor}
          selectedId={answer.modelId}
          onPick={(modelId) => void conversation.regenerate(answer.id, modelId)}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </>
  );
}
