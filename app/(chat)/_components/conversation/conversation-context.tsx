"use client";

import { createContext, useContext, type ReactNode } from "react";
import { useStore } from "zustand";
import type { ConversationState } from "../../_lib/conversation/conversation-state.ts";
import type { ConversationStore } from "../../_lib/conversation/conversation-store.ts";

const ConversationContext = createContext<ConversationStore | null>(null);

/** Gives every component below it the conversation that is shown. */
export function ConversationProvider({ store, children }: { store: ConversationStore; children: ReactNode }) {
  return <ConversationContext value={store}>{children}</ConversationContext>;
}

/** The conversation that is shown, to act on it. */
export function useConversation(): ConversationStore {
  const store = useContext(ConversationContext);
  if (!store) throw new Error("useConversation needs a ConversationProvider above it.");
  return store;
}

/** One thing of the conversation's state; the component renders again only when that thing changes. */
export function useConversationState<Selected>(select: (state: ConversationState) => Selected): Selected {
  return useStore(useConversation().state, select);
}
