"use client";

import { useMemo, useRef } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useKeptFocus } from "../../_hooks/use-kept-focus.ts";
import { useMarkRead } from "../../_hooks/use-mark-read.ts";
import { useMessageKeys } from "../../_hooks/use-message-keys.ts";
import { useScrollPlace } from "../../_hooks/use-scroll-place.ts";
import { currentBranch } from "../../_lib/conversation/current-branch.ts";
import { toTurns } from "../../_lib/to-turns.ts";
import { useConversationState } from "./conversation-context.tsx";
import { EarlierMessages } from "./earlier-messages.tsx";
import { JumpToLatest } from "./jump-to-latest.tsx";
import { TurnView } from "./turn-view.tsx";

/**
 * The messages. The box that scrolls runs from its end: it opens at the latest message before any
 * script has run, stays there while text arrives, and keeps its place when earlier messages come.
 * Until its end is in the document it is not painted, or each further message would push the others.
 */
export function Transcript() {
  const text = useText();
  const messages = useConversationState((state) => state.messages);
  const leafId = useConversationState((state) => state.leafId);
  const freshQuestionId = useConversationState((state) => state.freshQuestionId);
  const turns = useMemo(() => toTurns(currentBranch({ messages, leafId })), [messages, leafId]);
  const scroller = useRef<HTMLDivElement>(null);
  const askedQuestionId = useConversationState((state) => state.askedQuestionId);
  const { isAtEnd, jumpToEnd } = useScrollPlace(scroller, askedQuestionId);
  useMarkRead(isAtEnd);
  useMessageKeys(scroller);
  useKeptFocus(scroller);
  const first = turns[0]?.question ?? turns[0]?.answers[0];
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={text("chat.messages")}
        tabIndex={-1}
        className="@container-[size] not-has-[[data-end]]:invisible flex h-full flex-col-reverse overflow-y-auto overscroll-contain [scrollbar-gutter:stable_both-edges] -outline-offset-2"
      >
        <div className="mx-auto mb-auto w-full max-w-[calc(var(--container-text)+3rem)] pt-2 pb-2">
          {first && first.parentId !== null ? <EarlierMessages scroller={scroller} /> : null}
          {turns.map((turn, index) => (
            <TurnView
              key={turn.id}
              turn={turn}
              isLast={index === turns.length - 1}
              hasRoom={index === turns.length - 1 && turn.id === freshQuestionId}
            />
          ))}
          <div data-end />
        </div>
      </div>
      {isAtEnd ? null : <JumpToLatest onJump={jumpToEnd} />}
    </div>
  );
}
