"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeError } from "#app/_lib/describe-error.ts";
import { showToast } from "#app/_ui/show-toast.ts";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { useConversation } from "./conversation-context.tsx";

/** Leads to the other versions of a message: `2 / 3`. Nothing where there is only one. */
export function BranchArrows({ message }: { message: Message }) {
  const text = useText();
  const conversation = useConversation();
  const { siblingIds, id } = message;
  if (siblingIds.length < 2) return null;
  const place = siblingIds.indexOf(id);
  const previous = siblingIds[place - 1];
  const next = siblingIds[place + 1];
  const go = (siblingId: string | undefined): void => {
    if (!siblingId) return;
    const say = (error: unknown): void => showToast({ text: describeError(error, text), tone: "danger" });
    conversation.selectBranch(siblingId).catch(say);
  };
  return (
    <span className="inline-flex items-center">
      <IconButton label={text("chat.previousVersion")} isDisabled={!previous} onClick={() => go(previous)}>
        <ChevronLeft size={16} aria-hidden className="rtl:rotate-180" />
      </IconButton>
      <span className="min-w-8 text-center text-sm text-ink-soft tabular-nums">
        {text("chat.version", { place: place + 1, count: siblingIds.length })}
      </span>
      <IconButton label={text("chat.nextVersion")} isDisabled={!next} onClick={() => go(next)}>
        <ChevronRight size={16} aria-hidden className="rtl:rotate-180" />
      </IconButton>
    </span>
  );
}
