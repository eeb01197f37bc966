"use client";

import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";
import { InlineError } from "#app/_ui/inline-error.tsx";
import { useConnectionStatus } from "../../_hooks/use-connection-status.ts";
import { describeMessageError } from "../../_lib/describe-message-error.ts";
import { useNextModel } from "./chosen-model-context.tsx";
import { useConversation, useConversationState } from "./conversation-context.tsx";

/** Says when a question is not stored yet: it waits for a connection, or did not get through. */
export function QuestionDelivery({ question }: { question: Message }) {
  const text = useText();
  const conversation = useConversation();
  const status = useConnectionStatus();
  const { modelId } = useNextModel();
  const delivery = useConversationState((state) => state.deliveries[question.id]);
  if (!delivery) return null;
  if (delivery.state === "sending") {
    if (status !== "offline") return null;
    return <p className="mt-1 text-end text-sm text-ink-soft">{text("chat.sentWhenOnline")}</p>;
  }
  const sendAgain = modelId === null ? null : () => void conversation.sendAgain(question.id, modelId);
  return (
    <div className="mt-2">
      <InlineError action={sendAgain ? <Button onClick={sendAgain}>{text("common.tryAgain")}</Button> : null}>
        {text("chat.notSent")} {describeMessageError(delivery.error, text)}
      </InlineError>
    </div>
  );
}
