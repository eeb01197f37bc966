"use client";

import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";
import { useIsAway } from "../../_hooks/use-is-away.ts";
import { useConversation } from "./conversation-context.tsx";

/** Asks the same model for the answer once more. */
export function TryAgainButton({ answer }: { answer: Message }) {
  const text = useText();
  const conversation = useConversation();
  const isAway = useIsAway();
  const { modelId } = answer;
  if (modelId === null) return null;
  return (
    <Button isUnavailable={isAway} onClick={() => void conversation.regenerate(answer.id, modelId)}>
      {text("common.tryAgain")}
    </Button>
  );
}
