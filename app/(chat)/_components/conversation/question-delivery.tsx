"use client";

import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useIsAway } from "../../_hooks/use-is-away.ts";
import { useConversationState } from "./conversation-context.tsx";

/** Says when a question waits to be sent because there is no connection. */
export function QuestionDelivery({ question }: { question: Message }) {
  const text = useText();
  const isAway = useIsAway();
  const isWaiting = useConversationState((state) => state.deliveries[question.id]?.state === "sending");
  if (!isWaiting || !isAway) return null;
  return <p className="mt-1 text-end text-sm text-ink-soft">{text("chat.waitsForConnection")}</p>;
}
