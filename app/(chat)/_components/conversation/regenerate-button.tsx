"use client";

import { RefreshCw } from "lucide-react";
import { useRef, useState } from "react";
import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { useIsAway } from "../../_hooks/use-is-away.ts";
import { LazyModelPopup, loadModelPopup } from "../model-picker/lazy-model-popup.tsx";
import { useConversation } from "./conversation-context.tsx";

/** Asks for another answer, by the same model or any other; not while there is no connection, for nothing would keep it. */
export function RegenerateButton({ answer }: { answer: Message }) {
  const text = useText();
  const conversation = useConversation();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const isAway = useIsAway();
  const label = text("chat.regenerate");
  return (
    <>
      <IconButton
        ref={anchor}
        label={isAway ? `${label}. ${text("chat.needsConnection")}` : label}
        isUnavailable={isAway}
        popup="dialog"
        isExpanded={isOpen && !isAway}
        onIntent={loadModelPopup}
        onClick={() => setIsOpen(true)}
      >
        <RefreshCw size={16} aria-hidden />
      </IconButton>
      {isOpen && !isAway ? (
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
