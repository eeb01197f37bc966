"use client";

import { useRef, useState } from "react";
import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";
import { useIsAway } from "../../_hooks/use-is-away.ts";
import { useModels } from "../../_hooks/use-models.ts";
import { findModel } from "../../_lib/find-model.ts";
import { LazyModelPopup } from "../model-picker/lazy-model-popup.tsx";
import { useConversation } from "./conversation-context.tsx";

/** Asks another model for the answer. Nothing where there is no other. */
export function OtherModelButton({ answer }: { answer: Message }) {
  const text = useText();
  const conversation = useConversation();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const isAway = useIsAway();
  const models = useModels();
  if (models.every((model) => model === findModel(models, answer.modelId))) return null;
  return (
    <>
      <Button ref={anchor} isUnavailable={isAway} onClick={() => setIsOpen(true)}>
        {text("chat.useOtherModel")}
      </Button>
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
