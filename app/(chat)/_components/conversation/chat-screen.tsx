"use client";

import { useEffect, useRef } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useConversationSummary } from "../../_hooks/use-conversation-summary.ts";
import { useCopyKeys } from "../../_hooks/use-copy-keys.ts";
import { useKeyboardInset } from "../../_hooks/use-keyboard-inset.ts";
import { useLeaveDeleted } from "../../_hooks/use-leave-deleted.ts";
import { useTabTitle } from "../../_hooks/use-tab-title.ts";
import type { ConversationStore } from "../../_lib/conversation/conversation-store.ts";
import { Composer, type ComposerHandle } from "../composer/composer.tsx";
import { AnswerAnnouncer } from "./answer-announcer.tsx";
import { ChosenModelProvider } from "./chosen-model-context.tsx";
import { ConversationProvider, useConversationState } from "./conversation-context.tsx";
import { ConversationHeader } from "./conversation-header.tsx";
import { Transcript } from "./transcript.tsx";
import { Welcome } from "./welcome.tsx";

type ChatScreenProps = {
  store: ConversationStore;
  /** A question is about to be sent. */
  onSend: () => void;
};

/** One conversation, new or old: head, messages, composer. */
export function ChatScreen({ store, onSend }: ChatScreenProps) {
  return (
    <ConversationProvider store={store}>
      <ChosenModelProvider>
        <Screen store={store} onSend={onSend} />
      </ChosenModelProvider>
    </ConversationProvider>
  );
}

function Screen({ store, onSend }: ChatScreenProps) {
  const text = useText();
  const screen = useRef<HTMLDivElement>(null);
  const composer = useRef<ComposerHandle>(null);
  const isEmpty = useConversationState((state) => state.leafId === null);
  const isStored = useConversationState((state) => state.isStored);
  const summary = useConversationSummary(store.conversationId, isStored);
  useTabTitle(`${summary?.title ?? text("sidebar.newChat")} · ${text("common.appName")}`);
  useCopyKeys(store);
  useLeaveDeleted(store.conversationId);
  useKeyboardInset(screen);
  useEffect(() => store.open(), [store]);
  return (
    <div ref={screen} className="flex min-h-0 flex-1 flex-col">
      <ConversationHeader summary={summary} isOverText={!isEmpty} />
      <div className={`flex min-h-0 flex-1 flex-col ${isEmpty ? "sm:justify-center sm:pb-[14dvh]" : ""}`}>
        {isEmpty ? <Welcome onPick={(words) => composer.current?.insert(words)} /> : <Transcript />}
        <Composer ref={composer} onSend={onSend} />
      </div>
      <AnswerAnnouncer />
    </div>
  );
}
