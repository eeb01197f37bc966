"use client";

import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";
import { showToast } from "#app/_ui/show-toast.ts";
import { useIsAway } from "../../_hooks/use-is-away.ts";
import { useModels } from "../../_hooks/use-models.ts";
import { describeMessageError } from "../../_lib/describe-message-error.ts";
import { findModel } from "../../_lib/find-model.ts";
import { isContinuable } from "../../_lib/is-continuable.ts";
import { toMessageError } from "../../_lib/conversation/to-message-error.ts";
import { useNextModel } from "./chosen-model-context.tsx";
import { useConversation } from "./conversation-context.tsx";

/** Goes on with an answer that is not whole, by its own model, or by the chosen one where that is gone. */
export function ContinueButton({ answer }: { answer: Message }) {
  const text = useText();
  const conversation = useConversation();
  const isAway = useIsAway();
  const models = useModels();
  const { modelId: chosenId } = useNextModel();
  const modelId = findModel(models, answer.modelId) ? answer.modelId : chosenId;
  if (modelId === null || !isContinuable(answer)) return null;
  const onClick = (): void => {
    conversation.continueAnswer(answer.id, modelId).catch((error: unknown) => {
      showToast({ text: describeMessageError(toMessageError(error), text), tone: "danger" });
    });
  };
  return (
    <Button isUnavailable={isAway} onClick={onClick}>
      {text("chat.continue")}
    </Button>
  );
}
