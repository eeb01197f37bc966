"use client";

import { useEffect, useSyncExternalStore } from "react";
import { useConversation, useConversationState } from "../_components/conversation/conversation-context.tsx";
import { useRunningAnswer } from "../_components/conversation/use-running-answer.ts";
import { useConversationSummary } from "./use-conversation-summary.ts";

/** Tells the server that the person has seen the conversation: the tab is in view, and the end of the last answer, too. */
export function useMarkRead(isAtEnd: boolean): void {
  const conversation = useConversation();
  const isStored = useConversationState((state) => state.isStored);
  const summary = useConversationSummary(conversation.conversationId, isStored);
  const { runningAnswerId } = useRunningAnswer();
  const isVisible = useSyncExternalStore(onVisibilityChange, isPageVisible, () => false);
  const isSeen = isVisible && isAtEnd && runningAnswerId === null;
  const isUnread = summary?.isUnread ?? false;
  useEffect(() => {
    if (isSeen && isUnread) void conversation.markRead();
  }, [conversation, isSeen, isUnread]);
}

function onVisibilityChange(onChange: () => void): () => void {
  document.addEventListener("visibilitychange", onChange);
  return () => document.removeEventListener("visibilitychange", onChange);
}

function isPageVisible(): boolean {
  return document.visibilityState === "visible";
}
