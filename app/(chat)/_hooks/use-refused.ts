"use client";

import { useEffect } from "react";
import { useConversation, useConversationState } from "../_components/conversation/conversation-context.tsx";

/** Gives the texts that the server refused back through `takeBack`. */
export function useRefused(takeBack: (text: string) => void): void {
  const conversation = useConversation();
  const refused = useConversationState((state) => state.refused);
  useEffect(() => {
    // Read anew: an effect that runs twice must not give the same text back twice.
    const items = conversation.state.getState().refused;
    if (refused.length === 0 || items.length === 0) return;
    takeBack(items.map((item) => item.text).join("\n\n"));
    conversation.takeRefused();
  }, [conversation, refused, takeBack]);
}
