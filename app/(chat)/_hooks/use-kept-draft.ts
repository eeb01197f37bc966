"use client";

import { useEffect, useRef, type RefObject } from "react";
import { useAccountId } from "../_components/account-context.tsx";
import { useConversation, useConversationState } from "../_components/conversation/conversation-context.tsx";
import { browserRealtimeClient } from "#app/_lib/realtime/browser-realtime-client.ts";
import { DebouncedDraft } from "../_lib/debounced-draft.ts";
import { isDeletedHere } from "../_lib/deleted-here.ts";
import { Draft, NEW_DRAFT } from "../_lib/draft.ts";

/** What is typed in the conversation's composer, kept across reloads; gives what was kept to `restore`, once. */
export function useKeptDraft(restore: (kept: string) => void): RefObject<DebouncedDraft | null> {
  const conversation = useConversation();
  const isStored = useConversationState((state) => state.isStored);
  const draft = useRef<DebouncedDraft>(null);
  const newPlace = `${NEW_DRAFT}.${useAccountId()}`;
  useEffect(() => {
    const stored = new Draft(localStorage, conversation.isStored ? conversation.conversationId : newPlace);
    const kept = new DebouncedDraft(stored);
    draft.current = kept;
    restore(stored.restore());
    const flush = (): void => kept.flush();
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [conversation, newPlace, restore]);
  useEffect(() => {
    if (isStored) draft.current?.moveTo(conversation.conversationId);
  }, [conversation, isStored]);
  useEffect(
    () =>
      browserRealtimeClient().onFrame((frame) => {
        if (Array.isArray(frame) || frame.type !== "conversation.delete") return;
        const isThis = frame.conversationId === conversation.conversationId;
        // Deleted elsewhere while somebody writes here: the words go on in a new chat.
        if (isThis && !isDeletedHere(frame.conversationId)) draft.current?.moveTo(newPlace);
      }),
    [conversation, newPlace],
  );
  return draft;
}
