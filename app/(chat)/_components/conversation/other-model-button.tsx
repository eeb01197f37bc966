"use client";

import { useRef, useState } from "react";
import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";
import { useModels } from "../../_hooks/use-models.ts";
import { LazyModelPopup } from "../model-picker/lazy-model-popup.tsx";
import { useConversation } from "./conversation-context.tsx";

/** Asks another model for the answer. Nothing where there is no other. */
export function OtherModelButton({ answer }: { answer: Message }) {
  const text = useText();
  const conversation = useConversation();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const models = useModels();
  if (models.every((model) => model.id === answer.modelId)) return null;
  return (
    <>
      <Button ref={anchor} onClick={() => setIsOpen(true)}>
        {text("chat.useOtherModel")}
      </Button>
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
